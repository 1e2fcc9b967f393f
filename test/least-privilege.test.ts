import { globSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { readSources } from '../src/gate-file/sources-section.js';
import { partOf } from '../src/scenario/part.js';
import { Problems } from '../src/scenario/problems.js';
import { actionsOf } from './support/aws-actions.js';

interface Statement {
  readonly Sid: string;
  readonly Effect: string;
  readonly Action: string | readonly string[];
  readonly Resource?: string | readonly string[];
  readonly Principal?: { readonly Federated?: string; readonly AWS?: string };
  readonly Condition?: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

const DOCUMENT = readFileSync('docs/aws.md', 'utf8');
const sources = new Map(globSync('src/**/*.ts').map((path) => [path, readFileSync(path, 'utf8')]));

/** Requests that are signed for a target, and need what the target's service asks for: no command is sent. */
const OF_SIGNED_REQUESTS = ['execute-api:Invoke', 'lambda:InvokeFunctionUrl'];

const statements = blocks('json').flatMap((text) => {
  const { Version, Statement } = JSON.parse(text) as { Version: string; Statement: readonly Statement[] };
  expect(Version).toBe('2012-10-17');
  return Statement;
});
const permissions = statements.filter(({ Principal }) => Principal === undefined);
const trust = statements.filter(({ Principal }) => Principal?.Federated !== undefined);
const trustOfSources = statements.filter(({ Principal }) => Principal?.AWS !== undefined);

function blocks(language: string): string[] {
  return Array.from(DOCUMENT.matchAll(new RegExp(`^\`\`\`${language}\\n(.*?)^\`\`\`$`, 'gms')), ([, text]) => text!);
}

function actionsIn(of: readonly Statement[]): string[] {
  return [...new Set(of.flatMap(({ Action }) => Action))].toSorted();
}

describe('the policies in docs/aws.md', () => {
  it('allow what the code does, and nothing else', () => {
    expect(actionsIn(permissions)).toEqual([...new Set([...actionsOf(sources), ...OF_SIGNED_REQUESTS])].toSorted());
  });

  it('only allow, name each action in full, and say in every statement what it is for', () => {
    for (const { Effect, Sid } of statements) expect([Effect, Sid]).toEqual(['Allow', expect.stringMatching(/^\w+$/)]);
    for (const action of actionsIn(statements)) expect(action).toMatch(/^[a-z-]+:[A-Z]\w+$/);
    expect(new Set(permissions.map(({ Sid }) => Sid)).size).toBe(permissions.length);
  });

  it('name resources, but for services that know none', () => {
    for (const { Action, Resource } of permissions) {
      const [service] = [Action].flat()[0]!.split(':');
      if (service === 'xray' || service === 'cloudwatch') expect(Resource).toBe('*');
      else expect(Resource).toMatch(/^arn:aws:/);
    }
  });

  it('let metrics be put into one namespace alone', () => {
    const [statement] = permissions.filter(({ Action }) => [Action].flat().includes('cloudwatch:PutMetricData'));
    expect(statement?.Condition).toEqual({ StringEquals: { 'cloudwatch:namespace': 'PerformanceGate/checkout' } });
  });
});

describe('the trust policies in docs/aws.md', () => {
  it('exist for both forms of the subject, of one repository and environment each, without wildcards', () => {
    const conditions = trust.map(({ Action, Condition }) => {
      expect(Action).toBe('sts:AssumeRoleWithWebIdentity');
      const { StringEquals, ...others } = Condition ?? {};
      expect(others).toEqual({});
      expect(StringEquals?.['token.actions.githubusercontent.com:aud']).toBe('sts.amazonaws.com');
      return StringEquals?.['token.actions.githubusercontent.com:sub'];
    });
    expect(conditions).toEqual([
      expect.stringMatching(/^repo:[\w-]+\/[\w-]+:environment:\w+$/),
      expect.stringMatching(/^repo:[\w-]+@\d+\/[\w-]+@\d+:environment:\w+$/),
    ]);
  });

  it('fit the workflow: its environment, the token it may ask for, and credentials before the gate', () => {
    const [workflow] = blocks('yaml')
      .map((text) => parse(text))
      .filter(({ jobs }) => jobs !== undefined);
    const { environment, permissions, steps } = workflow.jobs.gate;
    for (const { Condition } of trust) {
      expect(Condition?.StringEquals?.['token.actions.githubusercontent.com:sub']).toMatch(
        `:environment:${environment}`,
      );
    }
    expect(permissions).toMatchObject({ 'id-token': 'write' });
    const uses = steps.map((step: { uses?: string }) => step.uses?.split('@')[0]);
    expect(uses.indexOf('aws-actions/configure-aws-credentials')).toBeGreaterThanOrEqual(0);
    expect(uses.indexOf('aws-actions/configure-aws-credentials')).toBeLessThan(
      uses.indexOf('OWNER/aws-xray-performance-gate'),
    );
  });
});

describe('the trust policy of another account in docs/aws.md', () => {
  it('trusts the role of the workflow alone, and asks for the external id of the gate file', () => {
    const [sources] = blocks('yaml')
      .map((text) => parse(text))
      .flatMap(({ sources = [] }) => [sources])
      .filter(({ length }) => length > 0);
    const source = sources.find(({ role }: { role?: string }) => role !== undefined);
    const [taking] = permissions.filter(({ Action }) => Action === 'sts:AssumeRole');
    expect(taking?.Resource).toBe(source.role);
    expect(trustOfSources).toMatchObject([
      {
        Action: 'sts:AssumeRole',
        Principal: { AWS: expect.stringMatching(/^arn:aws:iam::\d{12}:role\/checkout-gate$/) },
        Condition: { StringEquals: { 'sts:ExternalId': source['external-id'] } },
      },
    ]);
    expect(DOCUMENT).toContain(`role-to-assume: ${trustOfSources[0]?.Principal?.AWS}`);
  });

  it('shows sources that the gate reads', () => {
    const [text] = blocks('yaml').filter((block) => block.startsWith('sources:'));
    const problems = new Problems();
    const sources = readSources(partOf(parse(text ?? '').sources, 'sources'), problems);
    problems.throwIfAny('docs/aws.md');
    expect(sources.map(({ name }) => name)).toEqual(['eu-west-1', 'us-east-1', 'payments']);
  });
});

describe('the actions that the code needs', () => {
  const planted = (text: string) => actionsOf(new Map([['src/adapters/planted.ts', text]]));
  const IMPORT = "import { PutTraceSegmentsCommand, XRayClient } from '@aws-sdk/client-xray';\n";

  it('are those of the commands it makes', () => {
    expect(actionsOf(sources)).toContain('xray:BatchGetTraces');
    expect(actionsOf(sources)).toContain('lambda:InvokeFunction');
  });

  it.each([
    ['a command', `${IMPORT}new XRayClient({}).send(new PutTraceSegmentsCommand({}));`, ['xray:PutTraceSegments']],
    [
      'a command of a package that is loaded later',
      "const sdk = await import('@aws-sdk/client-lambda');\nnew sdk.InvokeCommand({});",
      ['lambda:InvokeFunction'],
    ],
    [
      'a paginator',
      "import { paginateGetTraceSummaries } from '@aws-sdk/client-xray';\npaginateGetTraceSummaries({}, {});",
      ['xray:GetTraceSummaries'],
    ],
    [
      'a role that is taken on',
      "import { fromTemporaryCredentials } from '@aws-sdk/credential-providers';\nfromTemporaryCredentials({});",
      ['sts:AssumeRole'],
    ],
    ['an import alone', IMPORT, []],
  ])('are found in %s', (_, text, actions) => {
    expect(planted(text)).toEqual(actions);
  });

  it('cannot hide behind a client with methods, or a service that IAM’s name is not known of', () => {
    expect(() => planted("import { XRay } from '@aws-sdk/client-xray';\nnew XRay({}).batchGetTraces({});")).toThrow(
      /makes a XRay, whose methods hide their commands/,
    );
    expect(() =>
      planted("import { ScanCommand } from '@aws-sdk/client-dynamodb';\nnew ScanCommand({ TableName: 'a' });"),
    ).toThrow(/ScanCommand of client-dynamodb: add what IAM calls its service/);
  });
});
