import { describe, expect, it } from 'vitest';
import { lambdaTarget } from '../../src/drive/lambda-target.js';

const ARN = 'arn:aws:lambda:eu-west-1:123456789012:function:checkout';

describe("a function's address", () => {
  it.each([
    ['lambda:checkout', 'checkout', null, null],
    ['lambda:checkout:live', 'checkout', 'live', null],
    ['lambda:Check_Out-2:42', 'Check_Out-2', '42', null],
    ['lambda:checkout:$LATEST', 'checkout', '$LATEST', null],
    ['lambda:123456789012:function:checkout:live', '123456789012:function:checkout', 'live', null],
    [`lambda:${ARN}`, ARN, null, 'eu-west-1'],
    [`lambda:${ARN}:live`, ARN, 'live', 'eu-west-1'],
    [
      'lambda:arn:aws-us-gov:lambda:us-gov-west-1:123456789012:function:a:1',
      'arn:aws-us-gov:lambda:us-gov-west-1:123456789012:function:a',
      '1',
      'us-gov-west-1',
    ],
    [
      'lambda:arn:aws-eusc:lambda:eusc-de-east-1:123456789012:function:a',
      'arn:aws-eusc:lambda:eusc-de-east-1:123456789012:function:a',
      null,
      'eusc-de-east-1',
    ],
  ])('is read: %s', (address, functionName, qualifier, region) => {
    expect(lambdaTarget(new URL(address))).toEqual({ functionName, qualifier, region });
  });

  it.each([
    ['https://example.com/checkout'],
    ['lambda:'],
    ['lambda:checkout:'],
    ['lambda:checkout/orders'],
    ['lambda://checkout'],
    ['lambda:checkout?x=1'],
    ['lambda:checkout#x'],
    ['lambda:a:b:c'],
    ['lambda:arn:aws:s3:::bucket'],
    [`lambda:${'a'.repeat(65)}`],
  ])('is not: %s', (address) => {
    expect(lambdaTarget(new URL(address))).toBeNull();
  });
});
