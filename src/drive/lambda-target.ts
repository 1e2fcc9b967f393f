import { REGION_PATTERN } from '../aws-region.js';

/** A function, as the address of a target names it. */
export interface LambdaTarget {
  /** Name, or ARN whole or partial, without qualifier. */
  readonly functionName: string;
  /** A version's number, an alias or `$LATEST`; null: what AWS takes without one, `$LATEST`. */
  readonly qualifier: string | null;
  /** null where it is not a whole ARN. */
  readonly region: string | null;
}

/**
 * Reads the address of a function; null where it is none.
 *
 * ```
 * target    := "lambda:" function [ ":" qualifier ]
 * function  := name | account ":function:" name | "arn:" partition ":lambda:" region ":" account ":function:" name
 * qualifier := alias | version | "$LATEST"
 *
 * lambda:checkout
 * lambda:checkout:live
 * lambda:arn:aws:lambda:eu-west-1:123456789012:function:checkout:42
 * ```
 * https://docs.aws.amazon.com/lambda/latest/api/API_Invoke.html#lambda-Invoke-request-FunctionName
 */
export function lambdaTarget({ protocol, pathname, search, hash }: URL): LambdaTarget | null {
  if (protocol !== 'lambda:' || search !== '' || hash !== '') return null;
  const { functionName, region, qualifier } = TARGET.exec(pathname)?.groups ?? {};
  return functionName === undefined ? null : { functionName, qualifier: qualifier ?? null, region: region ?? null };
}

/** What people call a target: an origin without path, or the function. */
export function targetName(url: URL): string {
  return url.protocol === 'lambda:' ? url.href : url.origin;
}

const TARGET = new RegExp(
  `^(?<functionName>(?:(?:arn:aws[a-z-]*:lambda:(?<region>${REGION_PATTERN}):)?\\d{12}:function:)?[\\w-]{1,64})(?::(?<qualifier>\\$LATEST|[\\w-]{1,128}))?$`,
);
