import { isRegion } from '../aws-region.js';
import { accountOf, type Source } from '../collect/source.js';
import { type Members, readMembers } from '../scenario/members.js';
import type { Part } from '../scenario/part.js';
import type { Problems } from '../scenario/problems.js';
import { readTitle } from '../scenario/text-part.js';

/** Traces come from the job's region, read with the job's credentials. */
export const NO_SOURCES: readonly Source[] = [];

const SOURCE = { of: 'a source', known: ['region', 'role', 'external-id', 'endpoint', 'name'] };

/** More are no way to watch an account: each is asked for every trace. */
const MOST = 20;

/** Reads the section `sources`: where a run's traces are, instead of the job's own region and account. */
export function readSources(part: Part, problems: Problems): readonly Source[] {
  const elements = part.content.kind === 'list' ? part.content.elements : [];
  if (elements.length === 0 || elements.length > MOST) {
    problems.wrong(part, `a list of 1 to ${MOST} sources`, '- region: eu-west-1');
    return NO_SOURCES;
  }
  const sources: Source[] = [];
  for (const element of elements) {
    const members = readMembers(element, SOURCE, problems);
    if (members === null) continue;
    const source = readSource(members, element, problems);
    const same = sources.findIndex((other) => isSame(other, source));
    if (same >= 0) problems.add(element.place, `is the same as ${part.place.path}[${same}]. Keep one of them.`);
    const named = sources.find(({ name }) => name === source.name);
    if (same < 0 && named !== undefined) {
      problems.add(element.place, `is named "${source.name}" as another is. Give each a name of its own.`);
    }
    sources.push(source);
  }
  return sources;
}

function readSource(members: Members, around: Part, problems: Problems): Source {
  const region = members.get('region');
  const role = members.get('role');
  const externalId = members.get('external-id');
  const endpoint = members.get('endpoint');
  const name = members.get('name');
  if (region === undefined && role === undefined) {
    problems.add(around.place, 'has neither region nor role. Add one of them: the other one is the job’s.');
  }
  if (externalId !== undefined && role === undefined) {
    problems.add(externalId.place, 'is what a role’s trust policy asks for, but there is no role. Add the key role.');
  }
  const read = {
    region: region === undefined ? null : readRegion(region, problems),
    role:
      role === undefined
        ? null
        : {
            arn: readRole(role, problems),
            externalId: externalId === undefined ? null : readExternalId(externalId, problems),
          },
    endpoint: endpoint === undefined ? null : readEndpoint(endpoint, problems),
  };
  const title = name === undefined ? null : readTitle(name, problems, 'payments');
  return { ...read, name: title ?? nameOf({ ...read, name: '' }) };
}

/** `account 123456789012 in eu-west-1`. */
function nameOf(source: Source): string {
  const account = accountOf(source);
  if (account === null) return source.region ?? '';
  return source.region === null ? `account ${account}` : `account ${account} in ${source.region}`;
}

function isSame(a: Source, b: Source): boolean {
  return a.region === b.region && a.role?.arn === b.role?.arn && a.endpoint === b.endpoint;
}

function readRegion(part: Part, problems: Problems): string {
  const text = textOf(part);
  if (!isRegion(text)) problems.wrong(part, "an AWS region's name", 'eu-west-1');
  return text;
}

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html, of the partitions that have X-Ray. */
const ROLE = /^arn:aws(?:-cn|-us-gov|-eusc)?:iam::\d{12}:role\/(?:[\x21-\x7e]+\/)?[\w+=,.@-]{1,64}$/;

function readRole(part: Part, problems: Problems): string {
  const text = textOf(part);
  if (!ROLE.test(text)) problems.wrong(part, "a role's ARN", 'arn:aws:iam::123456789012:role/xray-gate');
  return text;
}

/** https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html */
const EXTERNAL_ID = /^[\w+=,.@:/-]{2,1224}$/;

function readExternalId(part: Part, problems: Problems): string {
  const text = textOf(part);
  if (!EXTERNAL_ID.test(text)) {
    problems.wrong(part, '2 to 1224 letters, digits and _ + = , . @ : / -', 'checkout-gate');
  }
  return text;
}

function readEndpoint(part: Part, problems: Problems): string {
  const text = textOf(part);
  const url = URL.canParse(text) ? new URL(text) : null;
  const isPlain = url !== null && /^https?:$/.test(url.protocol) && `${url.search}${url.hash}${url.username}` === '';
  if (!isPlain)
    problems.wrong(part, 'the URL of an X-Ray endpoint', 'https://vpce-0a1b-2c3d.xray.eu-west-1.vpce.amazonaws.com');
  return text;
}

/** A number as it is written: an external id may be an account's. */
function textOf({ content }: Part): string {
  return content.kind === 'scalar' ? content.text : '';
}
