import type { fromTemporaryCredentials } from '@aws-sdk/credential-providers';
import type { SourceRole } from '../collect/source.js';
import { GateError } from '../errors.js';
import { expiredCredentials, isBusy } from './xray-refusal.js';

type Provider = ReturnType<typeof fromTemporaryCredentials>;

/**
 * The credentials of a role that the job's take on, for a client of the AWS SDK; loaded when first needed, and renewed by
 * the client. `runId` is in the session's name, which the role's account finds in its CloudTrail. `region` is that of STS;
 * null: the client's. Rejects with a GateError where the role may not be taken on.
 * https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html
 */
export function assumedRole(role: SourceRole, runId: string, region: string | null): Provider {
  let loading: Promise<Provider> | null = null;
  return async (identity) => {
    loading ??= load(role, runId, region);
    const provider = await loading;
    try {
      return await provider(identity);
    } catch (error) {
      throw refusal(error, role);
    }
  };
}

async function load({ arn, externalId }: SourceRole, runId: string, region: string | null): Promise<Provider> {
  const { fromTemporaryCredentials } = await import('@aws-sdk/credential-providers');
  return fromTemporaryCredentials({
    params: {
      RoleArn: arn,
      RoleSessionName: `xray-gate-run-${runId}`,
      ...(externalId === null ? {} : { ExternalId: externalId }),
    },
    ...(region === null ? {} : { clientConfig: { region } }),
  });
}

/** What cannot be helped by asking again, as a GateError. */
function refusal(error: unknown, { arn, externalId }: SourceRole): unknown {
  if (error instanceof GateError || !(error instanceof Error)) return error;
  if (/^ExpiredToken/.test(error.name)) return expiredCredentials(error);
  const status = (error as { $metadata?: { httpStatusCode?: number } }).$metadata?.httpStatusCode ?? 0;
  if (isBusy(error) || status < 400 || status >= 500) return error;
  const told = externalId === null ? '' : ' for this external-id';
  return new GateError(
    `The role ${arn} cannot be taken on (${error.name}): ${error.message.replace(/\.$/, '')}.`,
    `Allow the job's role sts:AssumeRole on it, and let its trust policy name the job's role${told} (docs/aws.md).`,
    { cause: error },
  );
}
