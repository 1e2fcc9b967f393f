import { isJsonObject } from '../../trace/json-object.js';
import { ApiError, invalidRequest } from '../api-error.js';

export interface ResourcePolicy {
  readonly name: string;
  /** As it was written. */
  readonly document: string;
  /** Counts up from 1 with each change of the policy. */
  readonly revision: number;
  readonly updatedAtMs: number;
}

/** https://docs.aws.amazon.com/xray/latest/api/API_PutResourcePolicy.html */
const MAX_POLICIES = 5;
const MAX_POLICY_BYTES = 5 * 1024;

/** The policies of the account that let others send to it. They are kept and bind nobody. */
export class ResourcePolicies {
  readonly #byName = new Map<string, ResourcePolicy>();

  all(): IterableIterator<ResourcePolicy> {
    return this.#byName.values();
  }

  /** Creates or replaces a policy. `revision` is the one to replace, `0` one that must not be there yet. */
  put(name: string, document: string, revision: string | undefined, nowMs: number): ResourcePolicy {
    const before = this.#byName.get(name);
    refuseOtherRevision(name, before, revision);
    refuseDocument(document);
    if (before === undefined && this.#byName.size === MAX_POLICIES) {
      const message = `An account has at most ${MAX_POLICIES} resource policies.`;
      throw new ApiError(400, 'PolicyCountLimitExceededException', message);
    }
    const policy = { name, document, revision: (before?.revision ?? 0) + 1, updatedAtMs: nowMs };
    this.#byName.set(name, policy);
    return policy;
  }

  delete(name: string, revision: string | undefined): void {
    const before = this.#byName.get(name);
    if (before === undefined) throw invalidRequest(`There is no resource policy "${name}".`);
    refuseOtherRevision(name, before, revision);
    this.#byName.delete(name);
  }
}

function refuseOtherRevision(name: string, before: ResourcePolicy | undefined, revision: string | undefined): void {
  const current = String(before?.revision ?? 0);
  if (revision === undefined || revision === current) return;
  const message = `The revision of the resource policy "${name}" is ${current}, not ${revision}.`;
  throw new ApiError(400, 'InvalidPolicyRevisionIdException', message);
}

function refuseDocument(document: string): void {
  const sizeBytes = Buffer.byteLength(document);
  if (sizeBytes > MAX_POLICY_BYTES) {
    const message = `A resource policy has at most ${MAX_POLICY_BYTES} bytes; this one has ${sizeBytes}.`;
    throw new ApiError(400, 'PolicySizeLimitExceededException', message);
  }
  let value: unknown;
  try {
    value = JSON.parse(document);
  } catch (error) {
    throw malformed(`it is not JSON: ${(error as Error).message}`);
  }
  if (!isJsonObject(value)) throw malformed('it is not a JSON object');
  if (!Array.isArray(value.Statement) && !isJsonObject(value.Statement)) throw malformed('it has no Statement');
}

function malformed(reason: string): ApiError {
  return new ApiError(400, 'MalformedPolicyDocumentException', `The policy document is malformed: ${reason}.`);
}
