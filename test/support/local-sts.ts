import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface LocalSts {
  readonly url: string;
  /** What was asked, oldest first. */
  readonly asked: readonly URLSearchParams[];
  /** The regions that this was signed for. */
  readonly regions: readonly string[];
  readonly stop: () => Promise<void>;
}

/** How it refuses: the code of the error, and a status. */
export interface StsRefusal {
  readonly code: string;
  readonly message: string;
  readonly status: number;
}

/** AWS STS as far as it gives a role's credentials, or refuses them. The access key is made of the role's account. */
export async function startLocalSts(refusal: StsRefusal | null = null): Promise<LocalSts> {
  const asked: URLSearchParams[] = [];
  const regions: string[] = [];
  const server = createServer((request, response) => {
    regions.push(/Credential=[^/]+\/\d+\/([^/]+)\//.exec(request.headers.authorization ?? '')?.[1] ?? '');
    void answer(request, response, asked, refusal);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    asked,
    regions,
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  asked: URLSearchParams[],
  refusal: StsRefusal | null,
): Promise<void> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const query = new URLSearchParams(Buffer.concat(chunks).toString());
  asked.push(query);
  response.writeHead(refusal?.status ?? 200, { 'content-type': 'text/xml', connection: 'close' });
  response.end(refusal === null ? credentialsOf(query.get('RoleArn') ?? '') : errorOf(refusal));
}

const NAMESPACE = 'https://sts.amazonaws.com/doc/2011-06-15/';

function credentialsOf(arn: string): string {
  return `<AssumeRoleResponse xmlns="${NAMESPACE}"><AssumeRoleResult><Credentials>
    <AccessKeyId>ASIA${arn.split(':')[4]}</AccessKeyId><SecretAccessKey>secret</SecretAccessKey>
    <SessionToken>token</SessionToken><Expiration>2100-01-01T00:00:00Z</Expiration>
  </Credentials></AssumeRoleResult></AssumeRoleResponse>`;
}

function errorOf({ code, message }: StsRefusal): string {
  return `<ErrorResponse xmlns="${NAMESPACE}"><Error><Type>Sender</Type><Code>${code}</Code><Message>${message}</Message></Error></ErrorResponse>`;
}
