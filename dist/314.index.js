export const id = 314;
export const ids = [314];
export const modules = {

/***/ 5386:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G: () => (/* binding */ isObject)
/* harmony export */ });
/* unused harmony export isObjectLike */
/**
 * Returns true if the provided value is a record object
 * (i.e. not null, not an array, and has an actual object as the prototype).
 *
 * Differs from the previous isObject in that it returns false for Date,
 * RegExp, Error, Map, Set, WeakMap, WeakSet, Promise, and other non-plain objects.
 *
 * | Value | Result |
 * | :--- | :--- |
 * | `isObject({})` | `true` |
 * | `isObject({ a: 1 })` | `true` |
 * | `isObject([])` | `false` (Array) |
 * | `isObject(null)` | `false` |
 * | `isObject(123)` | `false` |
 * | `isObject('string')` | `false` |
 * | `isObject(new Error('test'))` | `false` |
 * | `isObject(new Date())` | `false` |
 * | `isObject(Object.create(null))` | `true` |
 */
const isObject = (value) => {
    if (value === null || typeof value !== 'object') {
        return false;
    }
    const proto = Object.getPrototypeOf(value);
    return proto === Object.prototype || proto === null;
};
/**
 * A cheaper version of isObject if you do not care about arrays, errors, and dates.
 *
 * This helper is useful when you only need to guard against `null` and primitives.
 *
 * | Value | Result |
 * | :--- | :--- |
 * | `isObjectLike({})` | `true` |
 * | `isObjectLike([])` | `true` (Array) |
 * | `isObjectLike(new Date())` | `true` |
 * | `isObjectLike(null)` | `false` |
 * | `isObjectLike(123)` | `false` |
 * | `isObjectLike('string')` | `false` |
 */
const isObjectLike = (value) => typeof value === 'object' && value !== null;


/***/ }),

/***/ 6314:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  bundle: () => (/* reexport */ bundle),
  resolveAndCopyReferences: () => (/* reexport */ resolveAndCopyReferences)
});

// EXTERNAL MODULE: ./node_modules/@scalar/helpers/dist/object/is-object.js
var is_object = __webpack_require__(5386);
;// CONCATENATED MODULE: ./node_modules/@scalar/json-magic/dist/helpers/convert-to-local-ref.js
/**
 * Translates a JSON Reference ($ref) to a local object path within the root schema.
 *
 * @param ref - The JSON Reference string (e.g., "#/foo/bar", "other.json#/baz", "other.json#anchor")
 * @param currentContext - The current base context (usually the $id of the current schema or parent)
 * @param schemas - A map of schema identifiers ($id, $anchor) to their local object paths
 * @returns The local object path as a string, or undefined if the reference cannot be resolved
 */
const convertToLocalRef = (ref, currentContext, schemas) => {
    // Split the reference into base URL and path/anchor (e.g., "foo.json#/bar" => ["foo.json", "/bar"])
    const [baseUrl, pathOrAnchor] = ref.split('#', 2);
    if (baseUrl) {
        if (!schemas.has(baseUrl)) {
            return undefined;
        }
        if (!pathOrAnchor) {
            return schemas.get(baseUrl);
        }
        // If the pathOrAnchor is a JSON pointer, we need to append it to the baseUrl
        if (pathOrAnchor.startsWith('/')) {
            return `${schemas.get(baseUrl)}${pathOrAnchor}`;
        }
        // If the pathOrAnchor is an anchor, we need to return the anchor
        return schemas.get(`${baseUrl}#${pathOrAnchor}`);
    }
    if (pathOrAnchor) {
        if (pathOrAnchor.startsWith('/')) {
            return pathOrAnchor.slice(1);
        }
        return schemas.get(`${currentContext}#${pathOrAnchor}`);
    }
    return undefined;
};

;// CONCATENATED MODULE: ./node_modules/@scalar/json-magic/dist/helpers/get-schemas.js
/**
 * Retrieves the $id property from the input object if it exists and is a string.
 *
 * @param input - The object to extract the $id from.
 * @returns The $id string if present, otherwise undefined.
 */
const getId = (input) => {
    if (input && typeof input === 'object' && input['$id'] && typeof input['$id'] === 'string') {
        return input['$id'];
    }
    return undefined;
};
/**
 * Joins an array of path segments into a single string separated by '/'.
 *
 * @param segments - The array of path segments.
 * @returns The joined path string.
 */
const getPath = (segments) => {
    return segments.join('/');
};
/**
 * Recursively traverses the input object to collect all schemas identified by $id and $anchor properties.
 *
 * - If an object has a $id property, it is added to the map with its $id as the key.
 * - If an object has a $anchor property, it is added to the map with a key composed of the current base and the anchor.
 * - The function performs a depth-first search (DFS) through all nested objects.
 *
 * @param input - The input object to traverse.
 * @param base - The current base URI, used for resolving anchors.
 * @param map - The map collecting found schemas.
 * @returns A map of schema identifiers to their corresponding objects.
 */
const getSchemas = (input, base = '', segments = [], map = new Map(), visited = new WeakSet()) => {
    // Only process non-null objects
    if (typeof input !== 'object' || input === null) {
        return map;
    }
    // If the object has already been visited, return the map
    if (visited.has(input)) {
        return map;
    }
    // Add the object to the visited set
    visited.add(input);
    // Attempt to get $id from the current object
    const id = getId(input);
    // If $id exists, add the object to the map with $id as the key
    if (id) {
        map.set(id, getPath(segments));
    }
    // Update the base for nested anchors
    const newBase = id ?? base;
    // If $anchor exists, add the object to the map with base#anchor as the key
    if (input['$anchor'] && typeof input['$anchor'] === 'string') {
        map.set(`${newBase}#${input['$anchor']}`, getPath(segments));
    }
    // Recursively traverse all properties (DFS)
    for (const key in input) {
        if (typeof input[key] === 'object' && input[key] !== null) {
            getSchemas(input[key], newBase, [...segments, key], map, visited);
        }
    }
    return map;
};

;// CONCATENATED MODULE: ./node_modules/@scalar/json-magic/dist/helpers/get-value-by-path.js

/**
 * Traverses an object using an array of string segments (path keys) and returns
 * the value at the specified path along with its context (id if available).
 *
 * @param target - The root object to traverse.
 * @param segments - An array of string keys representing the path to traverse.
 * @returns An object containing the final context (id or previous context) and the value at the path.
 *
 * @example
 * const obj = {
 *   foo: {
 *     bar: {
 *       baz: 42
 *     }
 *   }
 * };
 * // Returns: { context: '', value: 42 }
 * getValueByPath(obj, ['foo', 'bar', 'baz']);
 */
function getValueByPath(target, segments) {
    return segments.reduce((acc, key) => {
        // If the accumulator is undefined, the path does not exist
        if (acc.value === undefined) {
            return { context: '', value: undefined };
        }
        // If the accumulator is not an object or is null, stop traversal
        if (typeof acc.value !== 'object' || acc.value === null) {
            return { context: '', value: undefined };
        }
        // Attempt to get the id from the current value for context tracking
        const id = getId(acc.value);
        // Return the next context and value for the next iteration
        return { context: id ?? acc.context, value: acc.value?.[key] };
    }, {
        context: '',
        value: target,
    });
}

;// CONCATENATED MODULE: ./node_modules/@scalar/json-magic/dist/helpers/is-http-url.js
/**
 * Checks if a string is a remote URL (starts with http:// or https://)
 * @param value - The URL string to check
 * @returns true if the string is a remote URL, false otherwise
 * @example
 * ```ts
 * isHttpUrl('https://example.com/schema.json') // true
 * isHttpUrl('http://api.example.com/schemas/user.json') // true
 * isHttpUrl('#/components/schemas/User') // false
 * isHttpUrl('./local-schema.json') // false
 * ```
 */
function isHttpUrl(value) {
    try {
        const url = new URL(value);
        return url.protocol === 'http:' || url.protocol === 'https:';
    }
    catch {
        return false;
    }
}

;// CONCATENATED MODULE: ./node_modules/@scalar/json-magic/dist/helpers/is-json-object.js

/**
 * Determines if a string represents a valid JSON object (i.e., a plain object, not an array, primitive, or null).
 * The function first checks if the string appears to start with an opening curly brace (ignoring leading whitespace),
 * which is a quick heuristic to rule out arrays, primitives, and most invalid JSON. If this check passes,
 * it attempts to parse the string with JSON.parse. The result is then checked to ensure it is a plain object
 * (not an array, null, or primitive) using the isObject utility.
 *
 * @param value - The string to evaluate
 * @returns true if the string is valid JSON and parses to a plain object, false otherwise
 *
 * @example
 * isJsonObject('{"foo": "bar"}') // true
 * isJsonObject('[1,2,3]') // false
 * isJsonObject('not json') // false
 * isJsonObject('42') // false
 */
function isJsonObject(value) {
    // Quickly rule out anything that doesn't start with an object brace
    if (!/^\s*(\{)/.test(value.slice(0, 500))) {
        return false;
    }
    try {
        const val = JSON.parse(value);
        return (0,is_object/* isObject */.G)(val);
    }
    catch {
        return false;
    }
}

;// CONCATENATED MODULE: ./node_modules/@scalar/json-magic/dist/helpers/is-yaml.js
/**
 * Checks if a string appears to be YAML content.
 * This function uses a simple heuristic: it looks for a line that starts with an optional dash,
 * followed by a key (alphanumeric or dash), a colon, and a value, and then at least one more line.
 * This is not a full YAML parser, but works for basic detection.
 *
 * @param value - The string to check
 * @returns true if the string looks like YAML, false otherwise
 *
 * @example
 * isYaml('openapi: 3.0.0\ninfo:\n  title: Example') // true
 * isYaml('{"openapi": "3.0.0", "info": {"title": "Example"}}') // false
 * isYaml('- name: value\n- name: value2') // true
 * isYaml('type: object') // false (only one line)
 */
function isYaml(value) {
    return /^\s*(?:-\s*)?[\w\-]+\s*:\s*.+\n.*/.test(value);
}

;// CONCATENATED MODULE: ./node_modules/@scalar/json-magic/dist/helpers/is-file-path.js



/**
 * Checks if a string represents a file path by ensuring it's not a remote URL,
 * YAML content, or JSON content.
 *
 * @param value - The string to check
 * @returns true if the string appears to be a file path, false otherwise
 * @example
 * ```ts
 * isFilePath('./schemas/user.json') // true
 * isFilePath('https://example.com/schema.json') // false
 * isFilePath('{"type": "object"}') // false
 * isFilePath('type: object') // false
 * ```
 */
function isFilePath(value) {
    return !isHttpUrl(value) && !isYaml(value) && !isJsonObject(value);
}

;// CONCATENATED MODULE: ./node_modules/pathe/dist/shared/pathe.M-eThtNZ.mjs
let _lazyMatch = () => { var __lib__=(()=>{var m=Object.defineProperty,V=Object.getOwnPropertyDescriptor,G=Object.getOwnPropertyNames,T=Object.prototype.hasOwnProperty,q=(r,e)=>{for(var n in e)m(r,n,{get:e[n],enumerable:true});},H=(r,e,n,a)=>{if(e&&typeof e=="object"||typeof e=="function")for(let t of G(e))!T.call(r,t)&&t!==n&&m(r,t,{get:()=>e[t],enumerable:!(a=V(e,t))||a.enumerable});return r},J=r=>H(m({},"__esModule",{value:true}),r),w={};q(w,{default:()=>re});var A=r=>Array.isArray(r),d=r=>typeof r=="function",Q=r=>r.length===0,W=r=>typeof r=="number",K=r=>typeof r=="object"&&r!==null,X=r=>r instanceof RegExp,b=r=>typeof r=="string",h=r=>r===void 0,Y=r=>{const e=new Map;return n=>{const a=e.get(n);if(a)return a;const t=r(n);return e.set(n,t),t}},rr=(r,e,n={})=>{const a={cache:{},input:r,index:0,indexMax:0,options:n,output:[]};if(v(e)(a)&&a.index===r.length)return a.output;throw new Error(`Failed to parse at index ${a.indexMax}`)},i=(r,e)=>A(r)?er(r,e):b(r)?ar(r,e):nr(r,e),er=(r,e)=>{const n={};for(const a of r){if(a.length!==1)throw new Error(`Invalid character: "${a}"`);const t=a.charCodeAt(0);n[t]=true;}return a=>{const t=a.index,o=a.input;for(;a.index<o.length&&o.charCodeAt(a.index)in n;)a.index+=1;const u=a.index;if(u>t){if(!h(e)&&!a.options.silent){const s=a.input.slice(t,u),c=d(e)?e(s,o,String(t)):e;h(c)||a.output.push(c);}a.indexMax=Math.max(a.indexMax,a.index);}return  true}},nr=(r,e)=>{const n=r.source,a=r.flags.replace(/y|$/,"y"),t=new RegExp(n,a);return g(o=>{t.lastIndex=o.index;const u=t.exec(o.input);if(u){if(!h(e)&&!o.options.silent){const s=d(e)?e(...u,o.input,String(o.index)):e;h(s)||o.output.push(s);}return o.index+=u[0].length,o.indexMax=Math.max(o.indexMax,o.index),true}else return  false})},ar=(r,e)=>n=>{if(n.input.startsWith(r,n.index)){if(!h(e)&&!n.options.silent){const t=d(e)?e(r,n.input,String(n.index)):e;h(t)||n.output.push(t);}return n.index+=r.length,n.indexMax=Math.max(n.indexMax,n.index),true}else return  false},C=(r,e,n,a)=>{const t=v(r);return g(_(M(o=>{let u=0;for(;u<n;){const s=o.index;if(!t(o)||(u+=1,o.index===s))break}return u>=e})))},tr=(r,e)=>C(r,0,1),f=(r,e)=>C(r,0,1/0),x=(r,e)=>{const n=r.map(v);return g(_(M(a=>{for(let t=0,o=n.length;t<o;t++)if(!n[t](a))return  false;return  true})))},l=(r,e)=>{const n=r.map(v);return g(_(a=>{for(let t=0,o=n.length;t<o;t++)if(n[t](a))return  true;return  false}))},M=(r,e=false)=>{const n=v(r);return a=>{const t=a.index,o=a.output.length,u=n(a);return (!u||e)&&(a.index=t,a.output.length!==o&&(a.output.length=o)),u}},_=(r,e)=>{const n=v(r);return n},g=(()=>{let r=0;return e=>{const n=v(e),a=r+=1;return t=>{var o;if(t.options.memoization===false)return n(t);const u=t.index,s=(o=t.cache)[a]||(o[a]=new Map),c=s.get(u);if(c===false)return  false;if(W(c))return t.index=c,true;if(c)return t.index=c.index,c.output?.length&&t.output.push(...c.output),true;{const Z=t.output.length;if(n(t)){const D=t.index,U=t.output.length;if(U>Z){const ee=t.output.slice(Z,U);s.set(u,{index:D,output:ee});}else s.set(u,D);return  true}else return s.set(u,false),false}}}})(),E=r=>{let e;return n=>(e||(e=v(r())),e(n))},v=Y(r=>{if(d(r))return Q(r)?E(r):r;if(b(r)||X(r))return i(r);if(A(r))return x(r);if(K(r))return l(Object.values(r));throw new Error("Invalid rule")}),P="abcdefghijklmnopqrstuvwxyz",ir=r=>{let e="";for(;r>0;){const n=(r-1)%26;e=P[n]+e,r=Math.floor((r-1)/26);}return e},O=r=>{let e=0;for(let n=0,a=r.length;n<a;n++)e=e*26+P.indexOf(r[n])+1;return e},S=(r,e)=>{if(e<r)return S(e,r);const n=[];for(;r<=e;)n.push(r++);return n},or=(r,e,n)=>S(r,e).map(a=>String(a).padStart(n,"0")),R=(r,e)=>S(O(r),O(e)).map(ir),p=r=>r,z=r=>ur(e=>rr(e,r,{memoization:false}).join("")),ur=r=>{const e={};return n=>e[n]??(e[n]=r(n))},sr=i(/^\*\*\/\*$/,".*"),cr=i(/^\*\*\/(\*)?([ a-zA-Z0-9._-]+)$/,(r,e,n)=>`.*${e?"":"(?:^|/)"}${n.replaceAll(".","\\.")}`),lr=i(/^\*\*\/(\*)?([ a-zA-Z0-9._-]*)\{([ a-zA-Z0-9._-]+(?:,[ a-zA-Z0-9._-]+)*)\}$/,(r,e,n,a)=>`.*${e?"":"(?:^|/)"}${n.replaceAll(".","\\.")}(?:${a.replaceAll(",","|").replaceAll(".","\\.")})`),y=i(/\\./,p),pr=i(/[$.*+?^(){}[\]\|]/,r=>`\\${r}`),vr=i(/./,p),hr=i(/^(?:!!)*!(.*)$/,(r,e)=>`(?!^${L(e)}$).*?`),dr=i(/^(!!)+/,""),fr=l([hr,dr]),xr=i(/\/(\*\*\/)+/,"(?:/.+/|/)"),gr=i(/^(\*\*\/)+/,"(?:^|.*/)"),mr=i(/\/(\*\*)$/,"(?:/.*|$)"),_r=i(/\*\*/,".*"),j=l([xr,gr,mr,_r]),Sr=i(/\*\/(?!\*\*\/)/,"[^/]*/"),yr=i(/\*/,"[^/]*"),N=l([Sr,yr]),k=i("?","[^/]"),$r=i("[",p),wr=i("]",p),Ar=i(/[!^]/,"^/"),br=i(/[a-z]-[a-z]|[0-9]-[0-9]/i,p),Cr=i(/[$.*+?^(){}[\|]/,r=>`\\${r}`),Mr=i(/[^\]]/,p),Er=l([y,Cr,br,Mr]),B=x([$r,tr(Ar),f(Er),wr]),Pr=i("{","(?:"),Or=i("}",")"),Rr=i(/(\d+)\.\.(\d+)/,(r,e,n)=>or(+e,+n,Math.min(e.length,n.length)).join("|")),zr=i(/([a-z]+)\.\.([a-z]+)/,(r,e,n)=>R(e,n).join("|")),jr=i(/([A-Z]+)\.\.([A-Z]+)/,(r,e,n)=>R(e.toLowerCase(),n.toLowerCase()).join("|").toUpperCase()),Nr=l([Rr,zr,jr]),I=x([Pr,Nr,Or]),kr=i("{","(?:"),Br=i("}",")"),Ir=i(",","|"),Fr=i(/[$.*+?^(){[\]\|]/,r=>`\\${r}`),Lr=i(/[^}]/,p),Zr=E(()=>F),Dr=l([j,N,k,B,I,Zr,y,Fr,Ir,Lr]),F=x([kr,f(Dr),Br]),Ur=f(l([sr,cr,lr,fr,j,N,k,B,I,F,y,pr,vr])),Vr=Ur,Gr=z(Vr),L=Gr,Tr=i(/\\./,p),qr=i(/./,p),Hr=i(/\*\*\*+/,"*"),Jr=i(/([^/{[(!])\*\*/,(r,e)=>`${e}*`),Qr=i(/(^|.)\*\*(?=[^*/)\]}])/,(r,e)=>`${e}*`),Wr=f(l([Tr,Hr,Jr,Qr,qr])),Kr=Wr,Xr=z(Kr),Yr=Xr,$=(r,e)=>{const n=Array.isArray(r)?r:[r];if(!n.length)return  false;const a=n.map($.compile),t=n.every(s=>/(\/(?:\*\*)?|\[\/\])$/.test(s)),o=e.replace(/[\\\/]+/g,"/").replace(/\/$/,t?"/":"");return a.some(s=>s.test(o))};$.compile=r=>new RegExp(`^${L(Yr(r))}$`,"s");var re=$;return J(w)})();
 return __lib__.default || __lib__; };
let _match;
const zeptomatch = (path, pattern) => {
  if (!_match) {
    _match = _lazyMatch();
    _lazyMatch = null;
  }
  return _match(path, pattern);
};

const _DRIVE_LETTER_START_RE = /^[A-Za-z]:\//;
function normalizeWindowsPath(input = "") {
  if (!input) {
    return input;
  }
  return input.replace(/\\/g, "/").replace(_DRIVE_LETTER_START_RE, (r) => r.toUpperCase());
}

const _UNC_REGEX = /^[/\\]{2}/;
const _IS_ABSOLUTE_RE = /^[/\\](?![/\\])|^[/\\]{2}(?!\.)|^[A-Za-z]:[/\\]/;
const _DRIVE_LETTER_RE = /^[A-Za-z]:$/;
const _ROOT_FOLDER_RE = /^\/([A-Za-z]:)?$/;
const _EXTNAME_RE = /.(\.[^./]+|\.)$/;
const _PATH_ROOT_RE = /^[/\\]|^[a-zA-Z]:[/\\]/;
const sep = "/";
const normalize = function(path) {
  if (path.length === 0) {
    return ".";
  }
  path = normalizeWindowsPath(path);
  const isUNCPath = path.match(_UNC_REGEX);
  const isPathAbsolute = isAbsolute(path);
  const trailingSeparator = path[path.length - 1] === "/";
  path = normalizeString(path, !isPathAbsolute);
  if (path.length === 0) {
    if (isPathAbsolute) {
      return "/";
    }
    return trailingSeparator ? "./" : ".";
  }
  if (trailingSeparator) {
    path += "/";
  }
  if (_DRIVE_LETTER_RE.test(path)) {
    path += "/";
  }
  if (isUNCPath) {
    if (!isPathAbsolute) {
      return `//./${path}`;
    }
    return `//${path}`;
  }
  return isPathAbsolute && !isAbsolute(path) ? `/${path}` : path;
};
const join = function(...segments) {
  let path = "";
  for (const seg of segments) {
    if (!seg) {
      continue;
    }
    if (path.length > 0) {
      const pathTrailing = path[path.length - 1] === "/";
      const segLeading = seg[0] === "/";
      const both = pathTrailing && segLeading;
      if (both) {
        path += seg.slice(1);
      } else {
        path += pathTrailing || segLeading ? seg : `/${seg}`;
      }
    } else {
      path += seg;
    }
  }
  return normalize(path);
};
function cwd() {
  if (typeof process !== "undefined" && typeof process.cwd === "function") {
    return process.cwd().replace(/\\/g, "/");
  }
  return "/";
}
const resolve = function(...arguments_) {
  arguments_ = arguments_.map((argument) => normalizeWindowsPath(argument));
  let resolvedPath = "";
  let resolvedAbsolute = false;
  for (let index = arguments_.length - 1; index >= -1 && !resolvedAbsolute; index--) {
    const path = index >= 0 ? arguments_[index] : cwd();
    if (!path || path.length === 0) {
      continue;
    }
    resolvedPath = `${path}/${resolvedPath}`;
    resolvedAbsolute = isAbsolute(path);
  }
  resolvedPath = normalizeString(resolvedPath, !resolvedAbsolute);
  if (resolvedAbsolute && !isAbsolute(resolvedPath)) {
    return `/${resolvedPath}`;
  }
  return resolvedPath.length > 0 ? resolvedPath : ".";
};
function normalizeString(path, allowAboveRoot) {
  let res = "";
  let lastSegmentLength = 0;
  let lastSlash = -1;
  let dots = 0;
  let char = null;
  for (let index = 0; index <= path.length; ++index) {
    if (index < path.length) {
      char = path[index];
    } else if (char === "/") {
      break;
    } else {
      char = "/";
    }
    if (char === "/") {
      if (lastSlash === index - 1 || dots === 1) ; else if (dots === 2) {
        if (res.length < 2 || lastSegmentLength !== 2 || res[res.length - 1] !== "." || res[res.length - 2] !== ".") {
          if (res.length > 2) {
            const lastSlashIndex = res.lastIndexOf("/");
            if (lastSlashIndex === -1) {
              res = "";
              lastSegmentLength = 0;
            } else {
              res = res.slice(0, lastSlashIndex);
              lastSegmentLength = res.length - 1 - res.lastIndexOf("/");
            }
            lastSlash = index;
            dots = 0;
            continue;
          } else if (res.length > 0) {
            res = "";
            lastSegmentLength = 0;
            lastSlash = index;
            dots = 0;
            continue;
          }
        }
        if (allowAboveRoot) {
          res += res.length > 0 ? "/.." : "..";
          lastSegmentLength = 2;
        }
      } else {
        if (res.length > 0) {
          res += `/${path.slice(lastSlash + 1, index)}`;
        } else {
          res = path.slice(lastSlash + 1, index);
        }
        lastSegmentLength = index - lastSlash - 1;
      }
      lastSlash = index;
      dots = 0;
    } else if (char === "." && dots !== -1) {
      ++dots;
    } else {
      dots = -1;
    }
  }
  return res;
}
const isAbsolute = function(p) {
  return _IS_ABSOLUTE_RE.test(p);
};
const toNamespacedPath = function(p) {
  return normalizeWindowsPath(p);
};
const extname = function(p) {
  if (p === "..") return "";
  const match = _EXTNAME_RE.exec(normalizeWindowsPath(p));
  return match && match[1] || "";
};
const relative = function(from, to) {
  const _from = resolve(from).replace(_ROOT_FOLDER_RE, "$1").split("/");
  const _to = resolve(to).replace(_ROOT_FOLDER_RE, "$1").split("/");
  if (_to[0][1] === ":" && _from[0][1] === ":" && _from[0] !== _to[0]) {
    return _to.join("/");
  }
  const _fromCopy = [..._from];
  for (const segment of _fromCopy) {
    if (_to[0] !== segment) {
      break;
    }
    _from.shift();
    _to.shift();
  }
  return [..._from.map(() => ".."), ..._to].join("/");
};
const dirname = function(p) {
  const segments = normalizeWindowsPath(p).replace(/\/$/, "").split("/").slice(0, -1);
  if (segments.length === 1 && _DRIVE_LETTER_RE.test(segments[0])) {
    segments[0] += "/";
  }
  return segments.join("/") || (isAbsolute(p) ? "/" : ".");
};
const format = function(p) {
  const ext = p.ext ? p.ext.startsWith(".") ? p.ext : `.${p.ext}` : "";
  const segments = [p.root, p.dir, p.base ?? (p.name ?? "") + ext].filter(
    Boolean
  );
  return normalizeWindowsPath(
    p.root ? resolve(...segments) : segments.join("/")
  );
};
const basename = function(p, extension) {
  const segments = normalizeWindowsPath(p).split("/");
  let lastSegment = "";
  for (let i = segments.length - 1; i >= 0; i--) {
    const val = segments[i];
    if (val) {
      lastSegment = val;
      break;
    }
  }
  return extension && lastSegment.endsWith(extension) ? lastSegment.slice(0, -extension.length) : lastSegment;
};
const parse = function(p) {
  const root = _PATH_ROOT_RE.exec(p)?.[0]?.replace(/\\/g, "/") || "";
  const base = basename(p);
  const extension = extname(base);
  return {
    root,
    dir: dirname(p),
    base,
    ext: extension,
    name: base.slice(0, base.length - extension.length)
  };
};
const matchesGlob = (path, pattern) => {
  return zeptomatch(pattern, normalize(path));
};

const _path = {
  __proto__: null,
  basename: basename,
  dirname: dirname,
  extname: extname,
  format: format,
  isAbsolute: isAbsolute,
  join: join,
  matchesGlob: matchesGlob,
  normalize: normalize,
  normalizeString: normalizeString,
  parse: parse,
  relative: relative,
  resolve: resolve,
  sep: sep,
  toNamespacedPath: toNamespacedPath
};



;// CONCATENATED MODULE: ./node_modules/pathe/dist/index.mjs



const delimiter = /* @__PURE__ */ (() => globalThis.process?.platform === "win32" ? ";" : ":")();
const _platforms = { posix: void 0, win32: void 0 };
const mix = (del = delimiter) => {
  return new Proxy(_path, {
    get(_, prop) {
      if (prop === "delimiter") return del;
      if (prop === "posix") return posix;
      if (prop === "win32") return win32;
      return _platforms[prop] || _path[prop];
    }
  });
};
const posix = /* @__PURE__ */ mix(":");
const win32 = /* @__PURE__ */ mix(";");



;// CONCATENATED MODULE: ./node_modules/@scalar/json-magic/dist/helpers/resolve-reference-path.js


/**
 * Resolves a reference path by combining a base path with a relative path.
 * Handles both remote URLs and local file paths.
 *
 * @param base - The base path (can be a URL or local file path)
 * @param relativePath - The relative path to resolve against the base
 * @returns The resolved absolute path
 * @example
 * // Resolve remote URL
 * resolveReferencePath('https://example.com/api/schema.json', 'user.json')
 * // Returns: 'https://example.com/api/user.json'
 *
 * // Resolve local path
 * resolveReferencePath('/path/to/schema.json', 'user.json')
 * // Returns: '/path/to/user.json'
 */
const resolveReferencePath = (base, relativePath) => {
    if (isHttpUrl(relativePath)) {
        return relativePath;
    }
    if (isHttpUrl(base)) {
        const baseUrl = new URL(base);
        baseUrl.pathname = posix.posix.resolve('/', posix.dirname(baseUrl.pathname), relativePath);
        return baseUrl.toString();
    }
    return posix.resolve(posix.dirname(base), relativePath);
};

;// CONCATENATED MODULE: ./node_modules/@scalar/helpers/dist/object/prevent-pollution.js
/**
 * Set of dangerous keys that can be used for prototype pollution attacks.
 * These keys should never be used as property names in dynamic object operations.
 */
const PROTOTYPE_POLLUTION_KEYS = new Set(['__proto__', 'prototype', 'constructor']);
/**
 * Validates that a key is safe to use and does not pose a prototype pollution risk.
 * Throws an error if a dangerous key is detected.
 *
 * @param key - The key to validate
 * @param context - Optional context string to help identify where the validation failed
 * @throws {Error} If the key matches a known prototype pollution vector
 *
 * @example
 * ```ts
 * preventPollution('__proto__') // throws Error
 * preventPollution('safeName') // passes
 * preventPollution('constructor', 'operation update') // throws Error with context
 * ```
 */
const preventPollution = (key, context) => {
    if (PROTOTYPE_POLLUTION_KEYS.has(key)) {
        const errorMessage = context
            ? `Prototype pollution key detected: "${key}" in ${context}`
            : `Prototype pollution key detected: "${key}"`;
        throw new Error(errorMessage);
    }
};

;// CONCATENATED MODULE: ./node_modules/@scalar/json-magic/dist/helpers/unescape-json-pointer.js
/**
 * Unescape JSON pointer
 *
 * Examples:
 * /foo~1bar~0baz -> /foo/bar~baz
 */
function unescapeJsonPointer(uri) {
    return decodeURI(uri.replace(/~1/g, '/').replace(/~0/g, '~'));
}

;// CONCATENATED MODULE: ./node_modules/@scalar/json-magic/dist/helpers/get-segments-from-path.js

/**
 * Translate `/paths/~1test` to `['paths', '/test']`
 */
function getSegmentsFromPath(path) {
    return (
    // /paths/~1test
    path
        // ['', 'paths', '~1test']
        .split('/')
        // ['paths', '~test']
        .slice(1)
        // ['paths', '/test']
        .map(unescapeJsonPointer));
}

;// CONCATENATED MODULE: ./node_modules/@scalar/json-magic/dist/helpers/set-value-at-path.js


/**
 * Sets a value at a specified path in an object, creating intermediate objects/arrays as needed.
 * This function traverses the object structure and creates any missing intermediate objects
 * or arrays based on the path segments. If the next segment is a numeric string, it creates
 * an array instead of an object.
 *
 * ⚠️ Warning: Be careful with object keys that look like numbers (e.g. "123") as this function
 * will interpret them as array indices and create arrays instead of objects. If you need to
 * use numeric-looking keys, consider prefixing them with a non-numeric character.
 *
 * @param obj - The target object to set the value in
 * @param path - The JSON pointer path where the value should be set
 * @param value - The value to set at the specified path
 * @throws {Error} If attempting to set a value at the root path ('')
 *
 * @example
 * const obj = {}
 * setValueAtPath(obj, '/foo/bar/0', 'value')
 * // Result:
 * // {
 * //   foo: {
 * //     bar: ['value']
 * //   }
 * // }
 *
 * @example
 * const obj = { existing: { path: 'old' } }
 * setValueAtPath(obj, '/existing/path', 'new')
 * // Result:
 * // {
 * //   existing: {
 * //     path: 'new'
 * //   }
 * // }
 *
 * @example
 * // ⚠️ Warning: This will create an array instead of an object with key "123"
 * setValueAtPath(obj, '/foo/123/bar', 'value')
 * // Result:
 * // {
 * //   foo: [
 * //     undefined,
 * //     undefined,
 * //     undefined,
 * //     { bar: 'value' }
 * //   ]
 * // }
 */
function setValueAtPath(obj, path, value) {
    if (path === '') {
        throw new Error("Cannot set value at root ('') pointer");
    }
    const parts = getSegmentsFromPath(path);
    // Prevent prototype pollution
    parts.forEach((part) => preventPollution(part));
    let current = obj;
    for (let i = 0; i < parts.length; i++) {
        const key = parts[i];
        const isLast = i === parts.length - 1;
        const nextKey = parts[i + 1];
        const shouldBeArray = /^\d+$/.test(nextKey ?? '');
        if (isLast) {
            current[key] = value;
        }
        else {
            if (!(key in current) || typeof current[key] !== 'object') {
                current[key] = shouldBeArray ? [] : {};
            }
            current = current[key];
        }
    }
}

;// CONCATENATED MODULE: ./node_modules/@scalar/json-magic/dist/helpers/to-relative-path.js


/**
 * Converts an input path or URL to a relative path based on the provided base.
 * Handles both remote URLs and local file system paths.
 * - If both input and base are remote URLs and share the same origin, computes the relative pathname.
 * - If base is a remote URL but input is local, returns a remote URL with a relative pathname.
 * - If input is a remote URL but base is local, returns input as is.
 * - Otherwise, computes the relative path between two local paths.
 */
const toRelativePath = (input, base) => {
    // Both input and base are remote URLs
    if (isHttpUrl(input) && isHttpUrl(base)) {
        const inputUrl = new URL(input);
        const baseUrl = new URL(base);
        // If origins aren't the same, return input as is
        if (inputUrl.origin !== baseUrl.origin) {
            return input;
        }
        // Get the directory of the base URL pathname (not the file itself)
        const baseDir = posix.dirname(posix.posix.resolve('/', baseUrl.pathname));
        const inputPath = posix.posix.resolve('/', inputUrl.pathname);
        // Return the relative path from baseDir to inputPath
        return posix.posix.relative(baseDir, inputPath);
    }
    // Base is a remote URL, input is a local path
    if (isHttpUrl(base)) {
        const baseUrl = new URL(base);
        const baseDir = posix.dirname(posix.posix.resolve('/', baseUrl.pathname));
        // Set the pathname of the base URL to the relative path and return the URL as a string
        baseUrl.pathname = posix.posix.relative(baseDir, posix.posix.resolve('/', input));
        return baseUrl.toString();
    }
    // Input is a remote URL, base is a local path; just return input
    if (isHttpUrl(input)) {
        return input;
    }
    // Both input and base are local paths; return the relative path
    const baseDir = posix.dirname(posix.resolve(base));
    const inputPath = posix.resolve(input);
    return posix.relative(baseDir, inputPath);
};

// EXTERNAL MODULE: ./node_modules/@scalar/json-magic/dist/helpers/escape-json-pointer.js
var escape_json_pointer = __webpack_require__(9009);
;// CONCATENATED MODULE: ./node_modules/@scalar/helpers/dist/string/generate-hash.js
/**
 * MurmurHash3 implementation
 *
 * Generate a hash from a string using the MurmurHash3 algorithm
 * Provides 64-bit hash output with excellent speed and distribution
 *
 * We had to move away from xxhash-wasm since it was causing issues with content security policy (CSP) violations.
 *
 * We cannot use crypto.subtle because it is only available in secure contexts (HTTPS) or on localhost.
 *
 * @param input - The string to hash
 * @returns The 64-bit hash of the input string as a 16-character hex string
 */
const generateHash = (input) => {
    const seed = 0;
    // Working with 64-bit values using pairs of 32-bit integers
    let h1 = seed;
    let h2 = seed;
    const len = input.length;
    const remainder = len & 15; // len % 16
    const bytes = len - remainder;
    const c1 = 0x87c37b91;
    const c2 = 0x4cf5ad43;
    const c3 = 0x52dce729;
    const c4 = 0x38495ab5;
    // Process 16-byte chunks
    for (let i = 0; i < bytes; i += 16) {
        let k1 = (input.charCodeAt(i) & 0xff) |
            ((input.charCodeAt(i + 1) & 0xff) << 8) |
            ((input.charCodeAt(i + 2) & 0xff) << 16) |
            ((input.charCodeAt(i + 3) & 0xff) << 24);
        let k2 = (input.charCodeAt(i + 4) & 0xff) |
            ((input.charCodeAt(i + 5) & 0xff) << 8) |
            ((input.charCodeAt(i + 6) & 0xff) << 16) |
            ((input.charCodeAt(i + 7) & 0xff) << 24);
        let k3 = (input.charCodeAt(i + 8) & 0xff) |
            ((input.charCodeAt(i + 9) & 0xff) << 8) |
            ((input.charCodeAt(i + 10) & 0xff) << 16) |
            ((input.charCodeAt(i + 11) & 0xff) << 24);
        let k4 = (input.charCodeAt(i + 12) & 0xff) |
            ((input.charCodeAt(i + 13) & 0xff) << 8) |
            ((input.charCodeAt(i + 14) & 0xff) << 16) |
            ((input.charCodeAt(i + 15) & 0xff) << 24);
        k1 = Math.imul(k1, c1);
        k1 = (k1 << 15) | (k1 >>> 17);
        k1 = Math.imul(k1, c2);
        h1 ^= k1;
        h1 = (h1 << 13) | (h1 >>> 19);
        h1 = Math.imul(h1, 5) + 0xe6546b64;
        k2 = Math.imul(k2, c2);
        k2 = (k2 << 16) | (k2 >>> 16);
        k2 = Math.imul(k2, c3);
        h2 ^= k2;
        h2 = (h2 << 17) | (h2 >>> 15);
        h2 = Math.imul(h2, 5) + 0x1b873593;
        k3 = Math.imul(k3, c3);
        k3 = (k3 << 17) | (k3 >>> 15);
        k3 = Math.imul(k3, c4);
        h1 ^= k3;
        h1 = (h1 << 15) | (h1 >>> 17);
        h1 = Math.imul(h1, 5) + 0x52dce729;
        k4 = Math.imul(k4, c4);
        k4 = (k4 << 18) | (k4 >>> 14);
        k4 = Math.imul(k4, c1);
        h2 ^= k4;
        h2 = (h2 << 13) | (h2 >>> 19);
        h2 = Math.imul(h2, 5) + 0x38495ab5;
    }
    // Process remaining bytes
    if (remainder > 0) {
        let k1 = 0;
        let k2 = 0;
        let k3 = 0;
        let k4 = 0;
        if (remainder >= 15) {
            k4 ^= (input.charCodeAt(bytes + 14) & 0xff) << 16;
        }
        if (remainder >= 14) {
            k4 ^= (input.charCodeAt(bytes + 13) & 0xff) << 8;
        }
        if (remainder >= 13) {
            k4 ^= input.charCodeAt(bytes + 12) & 0xff;
            k4 = Math.imul(k4, c4);
            k4 = (k4 << 18) | (k4 >>> 14);
            k4 = Math.imul(k4, c1);
            h2 ^= k4;
        }
        if (remainder >= 12) {
            k3 ^= (input.charCodeAt(bytes + 11) & 0xff) << 24;
        }
        if (remainder >= 11) {
            k3 ^= (input.charCodeAt(bytes + 10) & 0xff) << 16;
        }
        if (remainder >= 10) {
            k3 ^= (input.charCodeAt(bytes + 9) & 0xff) << 8;
        }
        if (remainder >= 9) {
            k3 ^= input.charCodeAt(bytes + 8) & 0xff;
            k3 = Math.imul(k3, c3);
            k3 = (k3 << 17) | (k3 >>> 15);
            k3 = Math.imul(k3, c4);
            h1 ^= k3;
        }
        if (remainder >= 8) {
            k2 ^= (input.charCodeAt(bytes + 7) & 0xff) << 24;
        }
        if (remainder >= 7) {
            k2 ^= (input.charCodeAt(bytes + 6) & 0xff) << 16;
        }
        if (remainder >= 6) {
            k2 ^= (input.charCodeAt(bytes + 5) & 0xff) << 8;
        }
        if (remainder >= 5) {
            k2 ^= input.charCodeAt(bytes + 4) & 0xff;
            k2 = Math.imul(k2, c2);
            k2 = (k2 << 16) | (k2 >>> 16);
            k2 = Math.imul(k2, c3);
            h2 ^= k2;
        }
        if (remainder >= 4) {
            k1 ^= (input.charCodeAt(bytes + 3) & 0xff) << 24;
        }
        if (remainder >= 3) {
            k1 ^= (input.charCodeAt(bytes + 2) & 0xff) << 16;
        }
        if (remainder >= 2) {
            k1 ^= (input.charCodeAt(bytes + 1) & 0xff) << 8;
        }
        if (remainder >= 1) {
            k1 ^= input.charCodeAt(bytes) & 0xff;
            k1 = Math.imul(k1, c1);
            k1 = (k1 << 15) | (k1 >>> 17);
            k1 = Math.imul(k1, c2);
            h1 ^= k1;
        }
    }
    // Finalization
    h1 ^= len;
    h2 ^= len;
    h1 += h2;
    h2 += h1;
    h1 ^= h1 >>> 16;
    h1 = Math.imul(h1, 0x85ebca6b);
    h1 ^= h1 >>> 13;
    h1 = Math.imul(h1, 0xc2b2ae35);
    h1 ^= h1 >>> 16;
    h2 ^= h2 >>> 16;
    h2 = Math.imul(h2, 0x85ebca6b);
    h2 ^= h2 >>> 13;
    h2 = Math.imul(h2, 0xc2b2ae35);
    h2 ^= h2 >>> 16;
    h1 += h2;
    h2 += h1;
    // Return 64-bit hash as hex string (two 32-bit values concatenated)
    return (h1 >>> 0).toString(16).padStart(8, '0') + (h2 >>> 0).toString(16).padStart(8, '0');
};

;// CONCATENATED MODULE: ./node_modules/@scalar/json-magic/dist/bundle/value-generator.js

/**
 * Generates a short hash from a string value using xxhash.
 *
 * This function is used to create unique identifiers for external references
 * while keeping the hash length manageable. It uses xxhash-wasm instead of
 * crypto.subtle because crypto.subtle is only available in secure contexts (HTTPS) or on localhost.
 * Returns the first 7 characters of the hash string.
 * If the hash would be all numbers, it ensures at least one letter is included.
 *
 * @param value - The string to hash
 * @returns A Promise that resolves to a 7-character hexadecimal hash with at least one letter
 * @example
 * // Returns "2ae91d7"
 * getHash("https://example.com/schema.json")
 */
function getHash(value) {
    // Hash the data using xxhash
    const hashHex = generateHash(value);
    // Return first 7 characters of the hash, ensuring at least one letter
    const hash = hashHex.substring(0, 7);
    return hash.match(/^\d+$/) ? 'a' + hash.substring(1) : hash;
}
/**
 * Generates a unique compressed value for a string, handling collisions by recursively compressing
 * until a unique value is found. This is used to create unique identifiers for external
 * references in the bundled OpenAPI document.
 *
 * @param compress - Function that generates a compressed value from a string
 * @param value - The original string value to compress
 * @param compressedToValue - Object mapping compressed values to their original values
 * @param prevCompressedValue - Optional previous compressed value to use as input for generating a new value
 * @param depth - Current recursion depth to prevent infinite loops
 * @returns A unique compressed value that doesn't conflict with existing values
 *
 * @example
 * const valueMap = {}
 * // First call generates compressed value for "example.com/schema.json"
 * const value1 = await generateUniqueValue(compress, "example.com/schema.json", valueMap)
 * // Returns something like "2ae91d7"
 *
 * // Second call with same value returns same compressed value
 * const value2 = await generateUniqueValue(compress, "example.com/schema.json", valueMap)
 * // Returns same value as value1
 *
 * // Call with different value generates new unique compressed value
 * const value3 = await generateUniqueValue(compress, "example.com/other.json", valueMap)
 * // Returns different value like "3bf82e9"
 */
async function generateUniqueValue(compress, value, compressedToValue, prevCompressedValue, depth = 0) {
    // Prevent infinite recursion by limiting depth
    const MAX_DEPTH = 100;
    if (depth >= MAX_DEPTH) {
        throw 'Can not generate unique compressed values';
    }
    // Compress the value, using previous compressed value if provided
    const compressedValue = await compress(prevCompressedValue ?? value);
    // Handle collision by recursively trying with compressed value as input
    if (compressedToValue[compressedValue] !== undefined && compressedToValue[compressedValue] !== value) {
        return generateUniqueValue(compress, value, compressedToValue, compressedValue, depth + 1);
    }
    // Store mapping and return unique compressed value
    compressedToValue[compressedValue] = value;
    return compressedValue;
}
/**
 * Factory function that creates a value generator with caching capabilities.
 * The generator maintains a bidirectional mapping between original values and their compressed forms.
 *
 * @param compress - Function that generates a compressed value from a string
 * @param compressedToValue - Initial mapping of compressed values to their original values
 * @returns An object with a generate method that produces unique compressed values
 *
 * @example
 * const compress = (value) => value.substring(0, 6) // Simple compression example
 * const initialMap = { 'abc123': 'example.com/schema.json' }
 * const generator = uniqueValueGeneratorFactory(compress, initialMap)
 *
 * // Generate compressed value for new string
 * const compressed = await generator.generate('example.com/other.json')
 * // Returns something like 'example'
 *
 * // Generate compressed value for existing string
 * const cached = await generator.generate('example.com/schema.json')
 * // Returns 'abc123' from cache
 */
const uniqueValueGeneratorFactory = (compress, compressedToValue) => {
    // Create a reverse mapping from original values to their compressed forms
    const valueToCompressed = Object.fromEntries(Object.entries(compressedToValue).map(([key, value]) => [value, key]));
    return {
        /**
         * Generates a unique compressed value for the given input string.
         * First checks if a compressed value already exists in the cache.
         * If not, generates a new unique compressed value and stores it in the cache.
         *
         * @param value - The original string value to compress
         * @returns A Promise that resolves to the compressed string value
         *
         * @example
         * const generator = uniqueValueGeneratorFactory(compress, {})
         * const compressed = await generator.generate('example.com/schema.json')
         * // Returns a unique compressed value like 'example'
         */
        generate: async (value) => {
            // Check if we already have a compressed value for this input
            const cache = valueToCompressed[value];
            if (cache) {
                return cache;
            }
            // Generate a new unique compressed value
            const generatedValue = await generateUniqueValue(compress, value, compressedToValue);
            // Ensure the generated string contains at least one non-numeric character
            // This prevents the `setValueAtPath` function from interpreting the value as an array index
            // by forcing it to be treated as an object property name
            const compressedValue = generatedValue.match(/^\d+$/) ? `a${generatedValue}` : generatedValue;
            // Store the new mapping in our cache
            valueToCompressed[value] = compressedValue;
            return compressedValue;
        },
    };
};

;// CONCATENATED MODULE: ./node_modules/@scalar/json-magic/dist/bundle/bundle.js












/** Type guard to check if a value is an object with a $ref property */
const hasRef = (value) => (0,is_object/* isObject */.G)(value) && '$ref' in value && typeof value['$ref'] === 'string';
/**
 * Checks if a string is a local reference (starts with #)
 * @param value - The reference string to check
 * @returns true if the string is a local reference, false otherwise
 * @example
 * ```ts
 * isLocalRef('#/components/schemas/User') // true
 * isLocalRef('https://example.com/schema.json') // false
 * isLocalRef('./local-schema.json') // false
 * ```
 */
function isLocalRef(value) {
    return value.startsWith('#');
}
/**
 * Resolves a string by finding and executing the appropriate plugin.
 * @param value - The string to resolve (URL, file path, etc)
 * @param plugins - Array of plugins that can handle different types of strings
 * @returns A promise that resolves to either the content or an error result
 * @example
 * // Using a URL plugin
 * await resolveContents('https://example.com/schema.json', [urlPlugin])
 * // Using a file plugin
 * await resolveContents('./schemas/user.json', [filePlugin])
 * // No matching plugin returns { ok: false }
 * await resolveContents('#/components/schemas/User', [urlPlugin, filePlugin])
 */
function resolveContents(value, plugins) {
    const plugin = plugins.find((p) => p.validate(value));
    if (plugin) {
        return plugin.exec(value);
    }
    return Promise.resolve({
        ok: false,
    });
}
/**
 * Prefixes an internal JSON reference with a given path prefix.
 * Takes a local reference (starting with #) and prepends the provided prefix segments.
 *
 * @param input - The internal reference string to prefix (must start with #)
 * @param prefix - Array of path segments to prepend to the reference
 * @returns The prefixed reference string
 * @throws Error if input is not a local reference
 * @example
 * prefixInternalRef('#/components/schemas/User', ['definitions'])
 * // Returns: '#/definitions/components/schemas/User'
 */
function prefixInternalRef(input, prefix) {
    if (!isLocalRef(input)) {
        throw 'Please provide an internal ref';
    }
    return `#/${prefix.map(escape_json_pointer/* escapeJsonPointer */.F).join('/')}${input.substring(1)}`;
}
/**
 * Updates internal references in an object by adding a prefix to their paths.
 * Recursively traverses the input object and modifies any local $ref references
 * by prepending the given prefix to their paths. This is used when embedding external
 * documents to maintain correct reference paths relative to the main document.
 *
 * @param input - The object to update references in
 * @param prefix - Array of path segments to prepend to internal reference paths
 * @returns void
 * @example
 * ```ts
 * const input = {
 *   foo: {
 *     $ref: '#/components/schemas/User'
 *   }
 * }
 * prefixInternalRefRecursive(input, ['definitions'])
 * // Result:
 * // {
 * //   foo: {
 * //     $ref: '#/definitions/components/schemas/User'
 * //   }
 * // }
 * ```
 */
function prefixInternalRefRecursive(input, prefix) {
    if (Array.isArray(input)) {
        input.forEach((el) => prefixInternalRefRecursive(el, prefix));
        return;
    }
    if (!(0,is_object/* isObject */.G)(input)) {
        return;
    }
    Object.values(input).forEach((el) => prefixInternalRefRecursive(el, prefix));
    if (typeof input === 'object' && '$ref' in input && typeof input['$ref'] === 'string') {
        const ref = input['$ref'];
        if (!isLocalRef(ref)) {
            return;
        }
        input['$ref'] = prefixInternalRef(ref, prefix);
    }
}
/**
 * Resolves and copies referenced values from a source document to a target document.
 * This function traverses the document and copies referenced values to the target document,
 * while tracking processed references to avoid duplicates. It only processes references
 * that belong to the same external document.
 *
 * @param targetDocument - The document to copy referenced values to
 * @param sourceDocument - The source document containing the references
 * @param referencePath - The JSON pointer path to the reference
 * @param externalRefsKey - The key used for external references (e.g. 'x-ext')
 * @param documentKey - The key identifying the external document
 * @param bundleLocalRefs - Also bundles the local refs
 * @param processedNodes - Set of already processed nodes to prevent duplicates
 * @example
 * ```ts
 * const source = {
 *   components: {
 *     schemas: {
 *       User: {
 *         $ref: '#/x-ext/users~1schema/definitions/Person'
 *       }
 *     }
 *   }
 * }
 *
 * const target = {}
 * resolveAndCopyReferences(
 *   target,
 *   source,
 *   '/components/schemas/User',
 *   'x-ext',
 *   'users/schema'
 * )
 * // Result: target will contain the User schema with resolved references
 * ```
 */
const resolveAndCopyReferences = (targetDocument, sourceDocument, referencePath, externalRefsKey, documentKey, bundleLocalRefs = false, processedNodes = new Set()) => {
    const referencedValue = getValueByPath(sourceDocument, getSegmentsFromPath(referencePath)).value;
    if (processedNodes.has(referencedValue)) {
        return;
    }
    processedNodes.add(referencedValue);
    setValueAtPath(targetDocument, referencePath, referencedValue);
    // Do the same for each local ref
    const traverse = (node) => {
        if (!node || typeof node !== 'object') {
            return;
        }
        if ('$ref' in node && typeof node['$ref'] === 'string') {
            // We only process references from the same external document because:
            // 1. Other documents will be handled in separate recursive branches
            // 2. The source document only contains the current document's content
            // This prevents undefined behavior and maintains proper document boundaries
            if (node['$ref'].startsWith(`#/${externalRefsKey}/${(0,escape_json_pointer/* escapeJsonPointer */.F)(documentKey)}`)) {
                resolveAndCopyReferences(targetDocument, sourceDocument, node['$ref'].substring(1), externalRefsKey, documentKey, bundleLocalRefs, processedNodes);
            }
            // Bundle the local refs as well
            else if (bundleLocalRefs) {
                resolveAndCopyReferences(targetDocument, sourceDocument, node['$ref'].substring(1), externalRefsKey, documentKey, bundleLocalRefs, processedNodes);
            }
        }
        for (const value of Object.values(node)) {
            traverse(value);
        }
    };
    traverse(referencedValue);
};
/**
 * Extension keys used for bundling external references in OpenAPI documents.
 * These custom extensions help maintain the structure and traceability of bundled documents.
 */
const extensions = {
    /**
     * Custom OpenAPI extension key used to store external references.
     * This key will contain all bundled external documents.
     * The x-ext key is used to maintain a clean separation between the main
     * OpenAPI document and its bundled external references.
     */
    externalDocuments: 'x-ext',
    /**
     * Custom OpenAPI extension key used to maintain a mapping between
     * hashed keys and their original URLs in x-ext.
     * This mapping is essential for tracking the source of bundled references
     */
    externalDocumentsMappings: 'x-ext-urls',
};
/**
 * Bundles an OpenAPI specification by resolving all external references.
 * This function traverses the input object recursively and embeds external $ref
 * references into an x-ext section. External references can be URLs or local files.
 * The original $refs are updated to point to their embedded content in the x-ext section.
 * If the input is an object, it will be modified in place by adding an x-ext
 * property to store resolved external references.
 *
 * @param input - The OpenAPI specification to bundle. Can be either an object or string.
 *                If a string is provided, it will be resolved using the provided plugins.
 *                If no plugin can process the input, the onReferenceError hook will be invoked
 *                and an error will be emitted to the console.
 * @param config - Configuration object containing plugins and options for bundling OpenAPI specifications
 * @returns A promise that resolves to the bundled specification with all references embedded
 * @example
 * // Example with object input
 * const spec = {
 *   paths: {
 *     '/users': {
 *       $ref: 'https://example.com/schemas/users.yaml'
 *     }
 *   }
 * }
 *
 * const bundled = await bundle(spec, {
 *   plugins: [fetchUrls()],
 *   treeShake: true,
 *   urlMap: true,
 *   hooks: {
 *     onResolveStart: (ref) => console.log('Resolving:', ref.$ref),
 *     onResolveSuccess: (ref) => console.log('Resolved:', ref.$ref),
 *     onResolveError: (ref) => console.log('Failed to resolve:', ref.$ref)
 *   }
 * })
 * // Result:
 * // {
 * //   paths: {
 * //     '/users': {
 * //       $ref: '#/x-ext/abc123'
 * //     }
 * //   },
 * //   'x-ext': {
 * //     'abc123': {
 * //       // Resolved content from users.yaml
 * //     }
 * //   },
 * //   'x-ext-urls': {
 * //     'https://example.com/schemas/users.yaml': 'abc123'
 * //   }
 * // }
 *
 * // Example with URL input
 * const bundledFromUrl = await bundle('https://example.com/openapi.yaml', {
 *   plugins: [fetchUrls()],
 *   treeShake: true,
 *   urlMap: true,
 *   hooks: {
 *     onResolveStart: (ref) => console.log('Resolving:', ref.$ref),
 *     onResolveSuccess: (ref) => console.log('Resolved:', ref.$ref),
 *     onResolveError: (ref) => console.log('Failed to resolve:', ref.$ref)
 *   }
 * })
 * // The function will first fetch the OpenAPI spec from the URL,
 * // then bundle all its external references into the x-ext section
 */
async function bundle(input, config) {
    // Set the default external documents key and mappings key if not provided in the config
    config.externalDocumentsKey = config.externalDocumentsKey ?? extensions.externalDocuments;
    config.externalDocumentsMappingsKey = config.externalDocumentsMappingsKey ?? extensions.externalDocumentsMappings;
    // Cache for storing promises of resolved external references (URLs and local files)
    // to avoid duplicate fetches/reads of the same resource
    const cache = config.cache ?? new Map();
    const loaderPlugins = config.plugins.filter((it) => it.type === 'loader');
    const lifecyclePlugin = config.plugins.filter((it) => it.type === 'lifecycle');
    /**
     * Resolves the input value by either returning it directly if it's not a string,
     * or attempting to resolve it using the provided plugins if it is a string.
     * @returns The resolved input data or throws an error if resolution fails
     */
    const resolveInput = async () => {
        if (typeof input !== 'string') {
            return input;
        }
        const result = await resolveContents(input, loaderPlugins);
        if (result.ok && typeof result.data === 'object') {
            return result.data;
        }
        throw new Error('Failed to resolve input: Please provide a valid string value or pass a loader to process the input');
    };
    // Resolve the input specification, which could be either a direct object or a string URL/path
    const rawSpecification = await resolveInput();
    // Document root used to write all external documents
    // We need this when we want to do a partial bundle of a document
    const documentRoot = config.root ?? rawSpecification;
    // Extract all $id and $anchor values from the document to identify local schemas
    const schemas = getSchemas(documentRoot);
    // Determines if the bundling operation is partial.
    // Partial bundling occurs when:
    // - A root document is provided that is different from the raw specification being bundled, or
    // - A maximum depth is specified in the config.
    // In these cases, only a subset of the document may be bundled.
    const isPartialBundling = (config.root !== undefined && config.root !== rawSpecification) || config.depth !== undefined;
    // Set of nodes that have already been processed during bundling to prevent duplicate processing
    const processedNodes = config.visitedNodes ?? new Set();
    // Determines the initial origin path for the bundler based on the input type.
    // For string inputs that are URLs or file paths, uses the input as the origin.
    // For non-string inputs or other string types, returns an '/' as a root path.
    const getDefaultOrigin = () => {
        // Id field is the first priority
        const id = getId(documentRoot);
        if (id) {
            return id;
        }
        if (config.origin) {
            return config.origin;
        }
        if (typeof input !== 'string') {
            return '/';
        }
        if (isHttpUrl(input) || isFilePath(input)) {
            return input;
        }
        return '/';
    };
    const defaultOrigin = getDefaultOrigin();
    // Create the cache to store the compressed values to their map values
    if (documentRoot[config.externalDocumentsMappingsKey] === undefined) {
        documentRoot[config.externalDocumentsMappingsKey] = {};
    }
    const { generate } = uniqueValueGeneratorFactory(config.compress ?? getHash, documentRoot[config.externalDocumentsMappingsKey]);
    /**
     * Executes lifecycle hooks defined both in the bundler configuration and any extended lifecycle plugins.
     * This utility function ensures that all relevant hooks for a given event type are called in order:
     * - First, the hook directly provided via the config (if present)
     * - Then, all matching hooks from registered lifecycle plugins (if present)
     *
     * Hooks are awaited in sequence for the given event type and argument list.
     *
     * @param type The hook event type, corresponding to a key of Config['hooks'].
     * @param args Arguments to pass to the hook function, matching HookFn<T>.
     */
    const executeHooks = async (type, ...args) => {
        // Run hook defined directly in config, if present
        const hook = config.hooks?.[type];
        if (hook) {
            await hook(...args);
        }
        // Additionally run the hook for every lifecycle plugin, if present
        for (const plugin of lifecyclePlugin) {
            const pluginHook = plugin[type];
            if (pluginHook) {
                await pluginHook(...args);
            }
        }
    };
    const bundler = async (root, origin = defaultOrigin, isChunkParent = false, depth = 0, currentPath = [], parent = null) => {
        // If a maximum depth is set in the config, stop bundling when the current depth reaches or exceeds it
        if (config.depth !== undefined && depth > config.depth) {
            return;
        }
        if (!(0,is_object/* isObject */.G)(root) && !Array.isArray(root)) {
            return;
        }
        // Skip if this node has already been processed to prevent infinite recursion
        // and duplicate processing of the same node
        if (processedNodes.has(root)) {
            return;
        }
        // Mark this node as processed before continuing
        processedNodes.add(root);
        const context = {
            path: currentPath,
            resolutionCache: cache,
            parentNode: parent,
            rootNode: documentRoot,
            loaders: loaderPlugins,
        };
        await executeHooks('onBeforeNodeProcess', root, context);
        const id = getId(root);
        if (hasRef(root)) {
            const ref = root['$ref'];
            const isChunk = '$global' in root && typeof root['$global'] === 'boolean' && root['$global'];
            // Try to convert the reference to a local reference if possible
            // This handles cases where the reference points to a local schema using $id or $anchor
            // If it can be converted to a local reference, we do not need to bundle it
            // and can skip further processing for this reference
            // In case of partial bundling, we still need to ensure that all dependencies
            // of the local reference are bundled to create a complete and self-contained partial bundle
            // This is important to maintain the integrity of the partial bundle
            const localRef = convertToLocalRef(ref, id ?? origin, schemas);
            if (localRef !== undefined) {
                if (isPartialBundling) {
                    const segments = getSegmentsFromPath(`/${localRef}`);
                    const parent = segments.length > 0 ? getValueByPath(documentRoot, segments.slice(0, -1)).value : undefined;
                    const targetValue = getValueByPath(documentRoot, segments);
                    // When doing partial bundling, we need to recursively bundle all dependencies
                    // referenced by this local reference to ensure the partial bundle is complete.
                    // This includes not just the direct reference but also all its dependencies,
                    // creating a complete and self-contained partial bundle.
                    await bundler(targetValue.value, targetValue.context, isChunkParent, depth + 1, segments, parent);
                }
                await executeHooks('onAfterNodeProcess', root, context);
                return;
            }
            const [prefix, path = ''] = ref.split('#', 2);
            // Combine the current origin with the new path to resolve relative references
            // correctly within the context of the external file being processed
            const resolvedPath = resolveReferencePath(id ?? origin, prefix);
            const relativePath = toRelativePath(resolvedPath, defaultOrigin);
            // Generate a unique compressed path for the external document
            // This is used as a key to store and reference the bundled external document
            // The compression helps reduce the overall file size of the bundled document
            const compressedPath = await generate(relativePath);
            const seen = cache.has(relativePath);
            if (!seen) {
                cache.set(relativePath, resolveContents(resolvedPath, loaderPlugins));
            }
            await executeHooks('onResolveStart', root);
            // Resolve the remote document
            const result = await cache.get(relativePath);
            if (result.ok) {
                // Process the result only once to avoid duplicate processing and prevent multiple prefixing
                // of internal references, which would corrupt the reference paths
                if (!seen) {
                    // Skip prefixing for chunks since they are meant to be self-contained and their
                    // internal references should remain relative to their original location. Chunks
                    // are typically used for modular components that need to maintain their own
                    // reference context without being affected by the main document's structure.
                    if (!isChunk) {
                        // Update internal references in the resolved document to use the correct base path.
                        // When we embed external documents, their internal references need to be updated to
                        // maintain the correct path context relative to the main document. This is crucial
                        // because internal references in the external document are relative to its original
                        // location, but when embedded, they need to be relative to their new location in
                        // the main document's x-ext section. Without this update, internal references
                        // would point to incorrect locations and break the document structure.
                        prefixInternalRefRecursive(result.data, [extensions.externalDocuments, compressedPath]);
                    }
                    // Recursively process the resolved content
                    // to handle any nested references it may contain. We pass the resolvedPath as the new origin
                    // to ensure any relative references within this content are resolved correctly relative to
                    // their new location in the bundled document.
                    await bundler(result.data, isChunk ? origin : resolvedPath, isChunk, depth + 1, [
                        config.externalDocumentsKey,
                        compressedPath,
                        documentRoot[config.externalDocumentsMappingsKey],
                    ]);
                    // Store the mapping between hashed keys and original URLs in x-ext-urls
                    // This allows tracking which external URLs were bundled and their corresponding locations
                    setValueAtPath(documentRoot, `/${config.externalDocumentsMappingsKey}/${(0,escape_json_pointer/* escapeJsonPointer */.F)(compressedPath)}`, relativePath);
                }
                if (config.treeShake === true) {
                    // Store only the subtree that is actually used
                    // This optimizes the bundle size by only including the parts of the external document
                    // that are referenced, rather than the entire document
                    resolveAndCopyReferences(documentRoot, { [config.externalDocumentsKey]: { [compressedPath]: result.data } }, prefixInternalRef(`#${path}`, [config.externalDocumentsKey, compressedPath]).substring(1), config.externalDocumentsKey, compressedPath);
                }
                else if (!seen) {
                    // Store the external document in the main document's x-ext key
                    // When tree shaking is disabled, we include the entire external document
                    // This preserves all content and is faster since we don't need to analyze and copy
                    // specific parts. This approach is ideal when storing the result in memory
                    // as it avoids the overhead of tree shaking operations
                    setValueAtPath(documentRoot, `/${config.externalDocumentsKey}/${compressedPath}`, result.data);
                }
                // Update the $ref to point to the embedded document in x-ext
                // This is necessary because we need to maintain the correct path context
                // for the embedded document while preserving its internal structure
                root.$ref = prefixInternalRef(`#${path}`, [config.externalDocumentsKey, compressedPath]);
                await executeHooks('onResolveSuccess', root);
                await executeHooks('onAfterNodeProcess', root, context);
                return;
            }
            await executeHooks('onResolveError', root);
            await executeHooks('onAfterNodeProcess', root, context);
            return console.warn(`Failed to resolve external reference "${resolvedPath}". The reference may be invalid, inaccessible, or missing a loader for this type of reference.`);
        }
        // Recursively traverse all child properties of the current object to resolve nested $ref references.
        // This step ensures that any $refs located deeper within the object hierarchy are discovered and processed.
        // We explicitly skip the extension keys (x-ext and x-ext-urls) to avoid reprocessing already bundled or mapped content.
        for (const key in root) {
            if (key === config.externalDocumentsKey || key === config.externalDocumentsMappingsKey) {
                continue;
            }
            await bundler(root[key], id ?? origin, isChunkParent, depth + 1, [...currentPath, key], root);
        }
        await executeHooks('onAfterNodeProcess', root, context);
    };
    await bundler(rawSpecification);
    // Keep urlMappings when doing partial bundling to track hash values and handle collisions
    // For full bundling without urlMap config, remove the mappings to clean up the output
    if (!config.urlMap && !isPartialBundling) {
        // Remove the external document mappings from the output when doing a full bundle without urlMap config
        delete documentRoot[config.externalDocumentsMappingsKey];
    }
    return rawSpecification;
}

;// CONCATENATED MODULE: ./node_modules/@scalar/json-magic/dist/bundle/index.js



/***/ }),

/***/ 9009:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ escapeJsonPointer)
/* harmony export */ });
/**
 * Escapes a JSON pointer string.
 *
 * Example: `/foo/bar~baz` -> `'~1foo~1bar~0baz'`
 */
function escapeJsonPointer(str) {
    return str.replace(/~/g, '~0').replace(/\//g, '~1');
}


/***/ })

};
