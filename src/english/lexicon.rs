//! Word knowledge from `data/`, looked up in place: known words, irregular forms, places, first names, verb properties.
