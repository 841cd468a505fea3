//! Exact numbers: fractions of two `i128`. What does not fit is `None`, never wrapped or rounded.

use std::cmp::Ordering;
use std::fmt;

/// A fraction in lowest terms with a positive denominator. Equality and order are exact.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Ratio {
    numerator: i128,
    denominator: i128,
}

/// Greatest common divisor (Euclid).
const fn gcd(mut a: u128, mut b: u128) -> u128 {
    while b != 0 {
        (a, b) = (b, a % b);
    }
    a
}

impl Ratio {
    /// Nought.
    pub const ZERO: Self = Self::whole(0);
    /// One.
    pub const ONE: Self = Self::whole(1);

    /// A whole number.
    pub const fn whole(value: i128) -> Self {
        Self { numerator: value, denominator: 1 }
    }

    /// `numerator / denominator`; `None` for a denominator of nought or where the sign cannot be turned.
    pub fn new(numerator: i128, denominator: i128) -> Option<Self> {
        if denominator == 0 {
            return None;
        }
        let divisor = gcd(numerator.unsigned_abs(), denominator.unsigned_abs());
        let divisor = i128::try_from(divisor).ok()?;
        let (numerator, denominator) = (numerator / divisor, denominator / divisor);
        if denominator > 0 {
            Some(Self { numerator, denominator })
        } else {
            Some(Self { numerator: numerator.checked_neg()?, denominator: denominator.checked_neg()? })
        }
    }

    /// Ten to a power, which may be negative.
    pub fn ten_to(exponent: i32) -> Option<Self> {
        let power = 10_i128.checked_pow(exponent.unsigned_abs())?;
        if exponent < 0 { Self::new(1, power) } else { Some(Self::whole(power)) }
    }

    /// A number in plain ASCII: `12`, `-0.5`, `1e6`, `5/9`. Used for tables.
    pub fn parse(text: &str) -> Option<Self> {
        if let Some((above, below)) = text.split_once('/') {
            return Self::parse(above)?.div(Self::parse(below)?);
        }
        let (mantissa, exponent) = match text.split_once('e') {
            Some((mantissa, exponent)) => (mantissa, exponent.parse::<i32>().ok()?),
            None => (text, 0),
        };
        let (whole, decimals) = mantissa.split_once('.').unwrap_or((mantissa, ""));
        let digits = format!("{whole}{decimals}").parse::<i128>().ok()?;
        let places = i32::try_from(decimals.len()).ok()?;
        Self::whole(digits).mul(Self::ten_to(exponent.checked_sub(places)?)?)
    }

    /// Above the line.
    pub const fn numerator(self) -> i128 {
        self.numerator
    }

    /// Below the line; positive.
    pub const fn denominator(self) -> i128 {
        self.denominator
    }

    /// The whole number that it is, if it is one.
    pub fn as_whole(self) -> Option<i128> {
        (self.denominator == 1).then_some(self.numerator)
    }

    /// Whether below nought.
    pub const fn is_negative(self) -> bool {
        self.numerator < 0
    }

    /// Whether nought.
    pub const fn is_zero(self) -> bool {
        self.numerator == 0
    }

    /// The sum.
    #[allow(clippy::should_implement_trait)] // the operator could not say that it may not fit
    pub fn add(self, other: Self) -> Option<Self> {
        let left = self.numerator.checked_mul(other.denominator)?;
        let right = other.numerator.checked_mul(self.denominator)?;
        Self::new(left.checked_add(right)?, self.denominator.checked_mul(other.denominator)?)
    }

    /// The difference.
    #[allow(clippy::should_implement_trait)]
    pub fn sub(self, other: Self) -> Option<Self> {
        self.add(other.neg()?)
    }

    /// The product.
    #[allow(clippy::should_implement_trait)]
    pub fn mul(self, other: Self) -> Option<Self> {
        // Divided crosswise first, so that less overflows.
        let a = Self::new(self.numerator, other.denominator)?;
        let b = Self::new(other.numerator, self.denominator)?;
        Self::new(a.numerator.checked_mul(b.numerator)?, a.denominator.checked_mul(b.denominator)?)
    }

    /// The quotient; `None` also for a divisor of nought.
    #[allow(clippy::should_implement_trait)]
    pub fn div(self, other: Self) -> Option<Self> {
        self.mul(Self::new(other.denominator, other.numerator)?)
    }

    /// The opposite.
    #[allow(clippy::should_implement_trait)]
    pub fn neg(self) -> Option<Self> {
        Some(Self { numerator: self.numerator.checked_neg()?, ..self })
    }

    /// Without sign.
    pub fn abs(self) -> Option<Self> {
        Some(Self { numerator: self.numerator.checked_abs()?, ..self })
    }

    /// The greatest whole number that is not above it.
    pub const fn floor(self) -> i128 {
        self.numerator.div_euclid(self.denominator)
    }

    /// The nearest multiple of `step`, halves away from nought; `None` for a step of nought.
    pub fn round_to(self, step: Self) -> Option<Self> {
        let half = Self::new(1, 2)?;
        let count = self.abs()?.div(step.abs()?)?.add(half)?.floor();
        let rounded = Self::whole(count).mul(step.abs()?)?;
        if self.is_negative() { rounded.neg() } else { Some(rounded) }
    }

    /// How many decimals are needed to write it; `None` if no finite number suffices.
    fn decimals(self) -> Option<u32> {
        (0..=38).find(|&places| 10_i128.checked_pow(places).is_some_and(|p| p % self.denominator == 0))
    }
}

impl PartialOrd for Ratio {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Ratio {
    /// By continued fractions: exact, and nothing can overflow.
    fn cmp(&self, other: &Self) -> Ordering {
        let (mut a, mut b) = ((self.numerator, self.denominator), (other.numerator, other.denominator));
        let mut flipped = false;
        loop {
            let (whole_a, whole_b) = (a.0.div_euclid(a.1), b.0.div_euclid(b.1));
            let (rest_a, rest_b) = (a.0.rem_euclid(a.1), b.0.rem_euclid(b.1));
            let order = match whole_a.cmp(&whole_b) {
                Ordering::Equal => match (rest_a, rest_b) {
                    (0, 0) => return Ordering::Equal,
                    (0, _) => Ordering::Less,
                    (_, 0) => Ordering::Greater,
                    _ => {
                        // Compare the reciprocals of the rests, the other way round.
                        (a, b) = ((a.1, rest_a), (b.1, rest_b));
                        flipped = !flipped;
                        continue;
                    }
                },
                order => order,
            };
            return if flipped { order.reverse() } else { order };
        }
    }
}

impl fmt::Display for Ratio {
    /// In digits with groups of three, as a decimal where one is exact, else as a fraction.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sign = if self.is_negative() { "-" } else { "" };
        let above = self.numerator.unsigned_abs();
        let scaled = self.decimals().and_then(|places| {
            let scale = 10_u128.checked_pow(places)?;
            let digits = above.checked_mul(scale / self.denominator.unsigned_abs())?;
            Some((places, scale, digits))
        });
        match scaled {
            Some((0, _, digits)) => write!(f, "{sign}{}", grouped(digits)),
            Some((places, scale, digits)) => {
                let width = places as usize;
                write!(f, "{sign}{}.{:0width$}", grouped(digits / scale), digits % scale)
            }
            None => write!(f, "{sign}{}/{}", grouped(above), grouped(self.denominator.unsigned_abs())),
        }
    }
}

/// `1234567` → `1,234,567`
fn grouped(value: u128) -> String {
    let digits = value.to_string();
    let mut out = String::with_capacity(digits.len() * 4 / 3);
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    out
}

#[cfg(test)]
#[path = "ratio/tests.rs"]
mod tests;
