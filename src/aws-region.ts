/**
 * Source of a pattern for the name of an AWS region, of any partition: `eu-west-1`, `us-gov-west-1`, `eusc-de-east-1`.
 * https://docs.aws.amazon.com/general/latest/gr/rande.html
 */
export const REGION_PATTERN = '[a-z]{2,4}(?:-[a-z]+)+-\\d';

const WHOLE = new RegExp(`^${REGION_PATTERN}$`);

/** Whether a text has the form of a region's name. */
export function isRegion(text: string): boolean {
  return WHOLE.test(text);
}
