//! Rule files: schema, loading, problems with positions, templates, lists, the index by anchor.
