import type { JsonObject } from '../../trace/json-object.js';
import type { ResourcePolicies, ResourcePolicy } from '../account/resource-policies.js';
import { invalidRequest } from '../api-error.js';
import { epochSeconds } from '../epoch-seconds.js';
import { refuseNextToken } from '../request-fields.js';
import { limitedText, optionalFlag, optionalText, required, requiredText } from '../request-values.js';
import type { ApiSettings, Operations } from './operation.js';

export function resourcePolicyOperations({ account: { policies }, nowMs }: ApiSettings): Operations {
  return {
    '/PutResourcePolicy': (request) => putResourcePolicy(request, policies, nowMs()),
    '/ListResourcePolicies': (request) => listResourcePolicies(request, policies),
    '/DeleteResourcePolicy': (request) => deleteResourcePolicy(request, policies),
  };
}

/** Whom a policy locks out is not looked at. https://docs.aws.amazon.com/xray/latest/api/API_PutResourcePolicy.html */
function putResourcePolicy(request: JsonObject, policies: ResourcePolicies, nowMs: number): JsonObject {
  optionalFlag(request, 'BypassPolicyLockoutCheck');
  const document = requiredText(request, 'PolicyDocument');
  const policy = policies.put(nameIn(request), document, optionalText(request, 'PolicyRevisionId'), nowMs);
  return { ResourcePolicy: policyFields(policy) };
}

/** In one page: "NextToken: not currently supported". https://docs.aws.amazon.com/xray/latest/api/API_ListResourcePolicies.html */
function listResourcePolicies(request: JsonObject, policies: ResourcePolicies): JsonObject {
  refuseNextToken(request, 'NextToken is currently not supported');
  return { ResourcePolicies: [...policies.all()].map(policyFields) };
}

/** https://docs.aws.amazon.com/xray/latest/api/API_DeleteResourcePolicy.html */
function deleteResourcePolicy(request: JsonObject, policies: ResourcePolicies): JsonObject {
  policies.delete(nameIn(request), optionalText(request, 'PolicyRevisionId'));
  return {};
}

function nameIn(request: JsonObject): string {
  const name = required(limitedText(request, 'PolicyName', { max: 128 }), 'PolicyName');
  if (!/^[\w+=,.@-]+$/.test(name))
    throw invalidRequest(`PolicyName may have letters, digits and _+=,.@-; got "${name}".`);
  return name;
}

function policyFields({ name, document, revision, updatedAtMs }: ResourcePolicy): JsonObject {
  return {
    PolicyName: name,
    PolicyDocument: document,
    PolicyRevisionId: String(revision),
    LastUpdatedTime: epochSeconds(updatedAtMs),
  };
}
