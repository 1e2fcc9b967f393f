import { isRegion } from './aws-region.js';
import { isGroup } from './xray-group.js';

/** How the text of an input must look. */
export interface Form {
  readonly fits: (text: string) => boolean;
  /** What it must be, in words. */
  readonly wanted: string;
  readonly example: string;
}

export const ANNOTATION_KEY: Form = {
  fits: (text) => /^[A-Za-z0-9_.:]{1,500}$/.test(text),
  wanted: "an annotation's key: letters, digits, _ . and :",
  example: 'version or service.version',
};

/** Fits into the marker of a comment, which it cannot close. */
export const COMMENT_KEY: Form = {
  fits: (text) => /^[\w.-]{1,64}$/.test(text),
  wanted: 'up to 64 letters, digits, - _ and .',
  example: 'checkout-api',
};

/** https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/cloudwatch_concepts.html#Namespace */
export const METRIC_NAMESPACE: Form = {
  fits: (text) => /^[\w.\-/#: ]{1,255}$/.test(text) && !/^(AWS\/|:)/i.test(text),
  wanted:
    "up to 255 letters, digits, spaces and . - _ / # :, beginning neither with AWS/, which is Amazon's own, nor with a colon",
  example: 'PerformanceGate/checkout',
};

export const REGION: Form = { fits: isRegion, wanted: 'an AWS region', example: 'eu-west-1' };

export const GROUP: Form = {
  fits: isGroup,
  wanted: "an X-Ray group's name, up to 32 letters, digits, spaces and _ . : / @ % + # = & -, or its ARN",
  example: 'checkout or arn:aws:xray:eu-west-1:111122223333:group/checkout/ABC',
};

/** May carry a query. */
export const PATH: Form = {
  fits: (text) => /^\/\S*$/.test(text),
  wanted: 'a path that starts with "/"',
  example: '/health',
};

export const HEADER_NAME: Form = {
  fits: (text) => /^[!#$%&'*+.^_`|~\w-]+$/.test(text),
  wanted: "a header's name",
  example: 'x-version',
};
