import { REGION_PATTERN } from '../aws-region.js';
import type { Environment } from '../world.js';

/**
 * The region that the host name of an AWS endpoint carries; null where it carries none.
 *
 * ```
 * a1b2c3.execute-api.eu-west-1.amazonaws.com     API Gateway
 * a1b2c3.lambda-url.eu-west-1.on.aws             a function's URL
 * front-12.eu-west-1.elb.amazonaws.com           a load balancer
 * ```
 */
export function regionOfHost(hostname: string): string | null {
  return AWS_HOST.exec(hostname)?.[1] ?? null;
}

const AWS_HOST = new RegExp(
  `\\.(${REGION_PATTERN})\\.(?:[a-z0-9-]+\\.)*(?:amazonaws\\.com(?:\\.cn)?|amazonaws\\.eu|on\\.aws|api\\.aws)$`,
);

/** As the AWS command line finds it: the variable that all SDKs read, then the one that only some read. */
export function regionOfEnvironment({ variable }: Pick<Environment, 'variable'>): string | null {
  return variable('AWS_REGION') || variable('AWS_DEFAULT_REGION') || null;
}
