import { fnv1a } from '../scenario/workload-hash.js';

/** CloudWatch takes 1024 characters; nobody reads a name of more than these. */
const LONGEST = 255;

/**
 * A text as the value of a metric's dimension: printable ASCII, at least one character that is not a space, equal for
 * equal texts. Other characters are percent-encoded as in URLs. What is longer is cut, and ends in a hash of all of it,
 * so that two long names that begin alike stay apart.
 * https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_Dimension.html
 */
export function dimensionValue(text: string): string {
  const ascii = text
    .toWellFormed()
    .replace(/[^\x20-\x7e]/gu, encodeURIComponent)
    .trim();
  if (ascii === '') return '(none)';
  if (ascii.length <= LONGEST) return ascii;
  const hash = fnv1a(text).toString(16).padStart(8, '0');
  return `${ascii.slice(0, LONGEST - hash.length - 1)}~${hash}`;
}
