//! Writes weights in the format of `english::tag::model`.
use crate::corpus::Labels;
use crate::dictionary::Dictionary;
use crate::perceptron::Weights;
use traduce::english::tag::model::{BUCKET_BITS, DENSE, MAGIC, START_BITS, mark};

/// The file, at most `most` bytes long: the smallest weights are left out until it fits.
pub fn pack(weights: &Weights, labels: &Labels, dictionary: &Dictionary, most: usize) -> Vec<u8> {
    let mut all: Vec<f32> =
        weights.rows.iter().flat_map(|(_, row)| row).map(|w| w.abs()).filter(|&w| w > 0.0).collect();
    all.sort_by(f32::total_cmp);
    // The few largest weights are cut so that the many others keep their precision.
    let largest = all.get(all.len().saturating_sub(1 + all.len() / 2000)).copied().unwrap_or(1.0);
    let scale = 127.0 / largest;
    (1..=127)
        .map(|least| write(weights, labels, dictionary, scale, least))
        .find(|file| file.len() <= most)
        .unwrap_or_default()
}

fn write(weights: &Weights, labels: &Labels, dictionary: &Dictionary, scale: f32, least: i32) -> Vec<u8> {
    let mut records: Vec<(u32, Vec<u8>)> = Vec::new();
    for (hash, row) in &weights.rows {
        let mut pairs = Vec::new();
        for (label, weight) in row.iter().enumerate() {
            let value = ((weight * scale).round() as i32).clamp(-127, 127);
            if value.abs() >= least {
                pairs.extend([label as u8, value as i8 as u8]);
            }
        }
        if !pairs.is_empty() {
            records.push((*hash, pairs));
        }
    }
    records.extend(dictionary.entries.iter().map(|(&key, e)| (key, vec![e.class, u8::from(e.always)])));
    records.sort();
    let mut features = Vec::new();
    let mut starts: Vec<u32> = Vec::new();
    for (hash, pairs) in records {
        while starts.len() <= (hash >> 16) as usize {
            starts.push(features.len() as u32);
        }
        if let Some(entry) = starts.last_mut() {
            *entry |= mark(hash);
        }
        features.extend((hash as u16).to_le_bytes());
        if pairs.len() >= labels.tags.len() {
            let mut row = vec![0; labels.tags.len()];
            for pair in pairs.chunks_exact(2) {
                row[usize::from(pair[0])] = pair[1];
            }
            features.push(DENSE);
            features.extend(row);
        } else {
            features.push((pairs.len() / 2) as u8);
            features.extend(pairs);
        }
    }
    starts.resize((1 << BUCKET_BITS) + 1, features.len() as u32);
    assert!(features.len() < 1 << START_BITS, "the starts must fit beside the marks");
    let mut file = MAGIC.to_vec();
    file.extend((labels.tags.len() as u32).to_le_bytes());
    file.extend(labels.tags.iter().flat_map(|t| t.to_bytes()));
    file.extend(starts.iter().flat_map(|s| s.to_le_bytes()));
    file.extend(features);
    file
}
