/**
 * Hosts of AWS, of any partition: also those of VPC endpoints, and of endpoints for IPv4 and IPv6.
 * https://docs.aws.amazon.com/xray/latest/devguide/xray-security-vpc-endpoint.html
 */
const AWS_HOST = /\.(?:amazonaws\.com|amazonaws\.com\.cn|amazonaws\.eu|api\.aws|api\.amazonwebservices\.com\.cn)$/;

/** Whether what answers at a URL is AWS itself; what is no URL is left to the AWS SDK, which refuses it. */
export function isAwsEndpoint(url: string): boolean {
  return URL.canParse(url) && AWS_HOST.test(new URL(url).hostname);
}
