/** The account and region of the local X-Ray; the number is the one of AWS's own examples. */
const ACCOUNT_ID = '123456789012';
const REGION = 'us-east-1';

/** https://docs.aws.amazon.com/service-authorization/latest/reference/list_awsx-ray.html#awsx-ray-resources-for-iam-policies */
export function arnOf(resource: string): string {
  return `arn:aws:xray:${REGION}:${ACCOUNT_ID}:${resource}`;
}
