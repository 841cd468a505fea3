#![allow(clippy::unwrap_used)]

use super::Ratio;
use proptest::prelude::*;

#[test]
fn tables_are_read_and_printed_exactly() {
    for (text, printed) in [
        ("12", "12"),
        ("-0.5", "-0.5"),
        ("1e6", "1,000,000"),
        ("1.609344", "1.609344"),
        ("5/9", "5/9"),
        ("2/4", "0.5"),
        ("1e-3", "0.001"),
        ("-7/3", "-7/3"),
        ("1.60e3", "1,600"),
    ] {
        assert_eq!(Ratio::parse(text).unwrap().to_string(), printed, "{text}");
    }
    for bad in ["", "x", "1/0", "1e99", ".", "1.2.3", "--1"] {
        assert_eq!(Ratio::parse(bad), None, "{bad}");
    }
}

#[test]
fn what_does_not_fit_is_none() {
    let huge = Ratio::whole(i128::MAX);
    assert_eq!(huge.add(Ratio::ONE), None);
    assert_eq!(huge.mul(Ratio::whole(2)), None);
    assert_eq!(Ratio::ONE.div(Ratio::ZERO), None);
    assert_eq!(Ratio::ten_to(39), None);
    assert_eq!(Ratio::whole(i128::MIN).neg(), None);
    assert_eq!(Ratio::new(i128::MIN, -1), None);
}

#[test]
fn rounding_goes_to_the_nearest_step() {
    let round = |value: &str, step: &str| {
        Ratio::parse(value).unwrap().round_to(Ratio::parse(step).unwrap()).unwrap().to_string()
    };
    assert_eq!(round("1.609", "1"), "2");
    assert_eq!(round("1449", "100"), "1,400");
    assert_eq!(round("1450", "100"), "1,500");
    assert_eq!(round("-1450", "100"), "-1,500");
    assert_eq!(round("0.25", "0.1"), "0.3");
    assert_eq!(Ratio::ONE.round_to(Ratio::ZERO), None);
}

proptest! {
    #[test]
    fn any_text_is_read_without_panic(text in "\\PC{0,60}") {
        let _ = Ratio::parse(&text);
    }

    #[test]
    fn order_is_that_of_the_difference(a in -10_000_i128..10_000, b in 1_i128..500, c in -10_000_i128..10_000, d in 1_i128..500) {
        let (x, y) = (Ratio::new(a, b).unwrap(), Ratio::new(c, d).unwrap());
        prop_assert_eq!(x.cmp(&y), (a * d).cmp(&(c * b)));
        prop_assert_eq!(x.sub(y).unwrap().add(y).unwrap(), x);
        if c != 0 {
            prop_assert_eq!(x.div(y).unwrap().mul(y).unwrap(), x);
        }
    }

    #[test]
    fn no_pair_overflows_in_comparison(a: i128, b in 1..i128::MAX, c: i128, d in 1..i128::MAX) {
        let (x, y) = (Ratio::new(a, b).unwrap(), Ratio::new(c, d).unwrap());
        prop_assert_eq!(x.cmp(&y), y.cmp(&x).reverse());
    }
}
