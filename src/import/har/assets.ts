import type { RecordedRequest } from './recorded-request.js';

const ASSET_TYPE =
  /^(image|font|audio|video)\/|^text\/css|javascript|ecmascript|^application\/(x-)?font|^application\/(wasm|vnd\.ms-fontobject|manifest\+json)/;
const ASSET_NAME =
  /\.(?:png|jpe?g|gif|svg|ico|webp|avif|css|m?js|map|woff2?|ttf|otf|eot|mp[34]|webm|wasm|webmanifest)$/i;
const ASSET_RESOURCES = new Set(['image', 'font', 'stylesheet', 'script', 'media', 'manifest', 'texttrack']);

/** Whether the request loads a file that does no work of the service: an image, a style, a script, a font, a film. */
export function isAsset({ method, url, answerType, resourceType }: RecordedRequest): boolean {
  if (method !== 'GET') return false;
  if (ASSET_RESOURCES.has(resourceType) || ASSET_TYPE.test(answerType)) return true;
  return answerType === '' && ASSET_NAME.test(url.pathname);
}
