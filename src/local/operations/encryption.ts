import type { JsonObject } from '../../trace/json-object.js';
import type { Account } from '../account/account.js';
import { invalidRequest } from '../api-error.js';
import { limitedText, optionalChoice, required } from '../request-values.js';
import type { ApiSettings, Operations } from './operation.js';

/** The setting is kept and nothing encrypted: the traces are in memory. */
export function encryptionOperations({ account }: ApiSettings): Operations {
  return {
    '/EncryptionConfig': () => ({ EncryptionConfig: configOf(account, 'ACTIVE') }),
    '/PutEncryptionConfig': (request) => putEncryptionConfig(request, account),
  };
}

/** https://docs.aws.amazon.com/xray/latest/api/API_PutEncryptionConfig.html */
function putEncryptionConfig(request: JsonObject, account: Account): JsonObject {
  const type = required(optionalChoice(request, 'Type', ['NONE', 'KMS']), 'Type');
  const keyId = limitedText(request, 'KeyId', { max: 3000 });
  if (type === 'KMS' && keyId === undefined) throw invalidRequest('KeyId is required for the type KMS.');
  if (type === 'NONE' && keyId !== undefined) throw invalidRequest('KeyId must be left out for the type NONE.');
  account.encryptionKeyId = keyId ?? null;
  return { EncryptionConfig: configOf(account, 'UPDATING') };
}

function configOf({ encryptionKeyId }: Account, Status: 'ACTIVE' | 'UPDATING'): JsonObject {
  return encryptionKeyId === null ? { Status, Type: 'NONE' } : { KeyId: encryptionKeyId, Status, Type: 'KMS' };
}
