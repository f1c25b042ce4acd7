/**
 * A public key of age, `age1…`: X25519 in Bech32 (https://age-encryption.org/v1, BIP 173). The checksum finds any typing error of up to four
 * letters; a key that is somebody else's it cannot tell.
 */
const ALPHABET = 'qpzry9x8gf2tvdw0s3jn54khce6mua7l';
const SHAPE = /^age1[qpzry9x8gf2tvdw0s3jn54khce6mua7l]{58}$/;
const GENERATOR = [0x3b6a57b2, 0x26508e6d, 0x1ea119fa, 0x3d4233dd, 0x2a1462b3];

export function isAgeRecipient(text: string): boolean {
  if (!SHAPE.test(text)) return false;
  const prefix = [...'age'].map((letter) => letter.charCodeAt(0));
  const data = [...text.slice(4)].map((letter) => ALPHABET.indexOf(letter));
  return checksum([...prefix.map((code) => code >> 5), 0, ...prefix.map((code) => code & 31), ...data]) === 1;
}

function checksum(values: readonly number[]): number {
  let sum = 1;
  for (const value of values) {
    const top = sum >>> 25;
    sum = ((sum & 0x1ffffff) << 5) ^ value;
    for (const [bit, term] of GENERATOR.entries()) if ((top >> bit) & 1) sum ^= term;
  }
  return sum;
}
