export const id = 397;
export const ids = [397,964,538];
export const modules = {

/***/ 62538:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  exportTraces: () => (/* binding */ exportTraces)
});

;// CONCATENATED MODULE: ./src/local/otlp/read-span.ts
/** The span cannot be a segment; the message says why. */
class InvalidSpan extends Error {
    name = 'InvalidSpan';
}
const KINDS = ['unspecified', 'internal', 'server', 'client', 'producer', 'consumer'];
const STATUS_ERROR = 2;
/** Throws InvalidSpan where an id is missing or has the wrong length. */
function readSpan(message) {
    const { status } = message;
    return {
        traceId: readId(message.traceId, 16, 'traceId'),
        spanId: readId(message.spanId, 8, 'spanId'),
        parentSpanId: isEmpty(message.parentSpanId) ? null : readId(message.parentSpanId, 8, 'parentSpanId'),
        name: message.name,
        kind: KINDS[message.kind] ?? 'unspecified',
        startSeconds: seconds(message.startTimeUnixNano),
        endSeconds: seconds(message.endTimeUnixNano),
        attributes: readAttributes(message.attributes),
        events: message.events.map(({ name, timeUnixNano, attributes }) => ({
            name,
            epochSeconds: seconds(timeUnixNano),
            attributes: readAttributes(attributes),
        })),
        links: message.links.map(({ traceId, spanId, attributes }) => ({
            traceId: readId(traceId, 16, 'traceId of a link'),
            spanId: readId(spanId, 8, 'spanId of a link'),
            attributes: readAttributes(attributes),
        })),
        error: status?.code === STATUS_ERROR ? status.message : null,
    };
}
function readAttributes(pairs) {
    return new Map(pairs.map(({ key, value }) => [key, readValue(value)]));
}
function readValue(message) {
    const value = message?.value;
    switch (value?.case) {
        case undefined:
            return null;
        case 'stringValue':
        case 'boolValue':
            return value.value;
        case 'intValue':
            return Number(value.value);
        case 'doubleValue':
            return Number.isFinite(value.value) ? value.value : String(value.value); // JSON has no NaN.
        case 'bytesValue':
            return Buffer.from(value.value).toString('base64');
        case 'arrayValue':
            return value.value.values.map(readValue);
        case 'kvlistValue':
            return Object.fromEntries(readAttributes(value.value.values));
    }
}
function readId(bytes, length, what) {
    if (bytes.length !== length)
        throw new InvalidSpan(`${what} must have ${length} bytes; got ${bytes.length}.`);
    if (isEmpty(bytes))
        throw new InvalidSpan(`${what} must not be all zeros.`);
    return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('hex');
}
/** No id, in either way of saying so: no bytes, or all zeros. */
function isEmpty(bytes) {
    return bytes.every((byte) => byte === 0);
}
/** Microseconds are what a number can still hold of today's time. */
function seconds(unixNano) {
    return Number(unixNano / 1000n) / 1e6;
}

;// CONCATENATED MODULE: ./src/local/otlp/span.ts
/** The first of the attributes that is a text with something in it; else empty. */
function textOf(attributes, ...keys) {
    for (const key of keys) {
        const value = attributes.get(key);
        if (typeof value === 'string' && value !== '')
            return value;
    }
    return '';
}
/** The first of the attributes that is a number. */
function numberOf(attributes, ...keys) {
    for (const key of keys) {
        const value = attributes.get(key);
        if (typeof value === 'number')
            return value;
    }
    return undefined;
}
/** Whether the span is a call made with an AWS SDK. */
function isAwsSdkCall({ attributes }) {
    return textOf(attributes, 'rpc.system', 'rpc.system.name') === 'aws-api';
}

;// CONCATENATED MODULE: ./src/local/otlp/resource.ts

/** As `determineAwsOrigin`, `makeService` and `makeAws` of the collector's X-Ray exporter read a resource. */
function describeResource(attributes) {
    const cloud = textOf(attributes, 'cloud.provider');
    const version = attributes.has('service.version')
        ? textOf(attributes, 'service.version')
        : textOf(attributes, 'container.image.tag');
    const isAws = cloud === '' || cloud === 'aws';
    return {
        attributes,
        serviceName: textOf(attributes, 'service.name'),
        language: textOf(attributes, 'telemetry.sdk.language'),
        origin: isAws ? originOf(attributes) : undefined,
        service: version === '' ? undefined : { version },
        aws: isAws ? awsOf(attributes) : null,
    };
}
/** https://docs.aws.amazon.com/xray/latest/devguide/xray-api-segmentdocuments.html#api-segmentdocuments-fields, `origin` */
function originOf(attributes) {
    switch (textOf(attributes, 'cloud.platform')) {
        case 'aws_app_runner':
            return 'AWS::AppRunner::Service';
        case 'aws_eks':
            return 'AWS::EKS::Container';
        case 'aws_elastic_beanstalk':
            return 'AWS::ElasticBeanstalk::Environment';
        case 'aws_ec2':
            return 'AWS::EC2::Instance';
        case 'aws_ecs':
            return ECS_ORIGINS.get(textOf(attributes, 'aws.ecs.launchtype')) ?? 'AWS::ECS::Container';
        default:
            return undefined;
    }
}
const ECS_ORIGINS = new Map([
    ['ec2', 'AWS::ECS::EC2'],
    ['fargate', 'AWS::ECS::Fargate'],
]);
function awsOf(attributes) {
    const text = (key) => textOf(attributes, key) || undefined;
    const platform = text('cloud.platform');
    const zone = text('cloud.availability_zone');
    return {
        account_id: text('cloud.account.id'),
        elastic_beanstalk: platform === 'aws_elastic_beanstalk' ? beanstalkOf(attributes) : undefined,
        cloudwatch_logs: logGroupsOf(attributes),
        ecs: platform === 'aws_ecs'
            ? {
                container: text('container.name'),
                container_id: text('container.id'),
                availability_zone: zone,
                container_arn: text('aws.ecs.container.arn'),
                cluster_arn: text('aws.ecs.cluster.arn'),
                task_arn: text('aws.ecs.task.arn'),
                task_family: text('aws.ecs.task.family'),
                launch_type: text('aws.ecs.launchtype'),
            }
            : undefined,
        ec2: platform === 'aws_ec2' || text('host.id') !== undefined
            ? {
                instance_id: text('host.id'),
                availability_zone: zone,
                instance_size: text('host.type'),
                ami_id: text('host.image.id'),
            }
            : undefined,
        eks: platform === 'aws_eks' || text('k8s.cluster.name') !== undefined
            ? { cluster_name: text('k8s.cluster.name'), pod: text('k8s.pod.name'), container_id: text('container.id') }
            : undefined,
        xray: {
            sdk: [text('telemetry.sdk.name'), text('telemetry.sdk.language')].filter(Boolean).join(' for ') || undefined,
            sdk_version: text('telemetry.sdk.version'),
            auto_instrumentation: textOf(attributes, 'telemetry.auto.version', 'telemetry.distro.version') !== '',
        },
    };
}
function beanstalkOf(attributes) {
    const deployment = textOf(attributes, 'service.instance.id');
    if (deployment === '')
        return undefined;
    return {
        environment_name: textOf(attributes, 'service.namespace') || undefined,
        version_label: textOf(attributes, 'service.version') || undefined,
        deployment_id: /^[+-]?\d+$/.test(deployment) ? Number(deployment) : 0,
    };
}
function logGroupsOf(attributes) {
    const arns = textsOf(attributes.get('aws.log.group.arns'));
    // arn:aws:logs:<region>:<account>:log-group:<name>
    if (arns.length > 0)
        return arns.map((arn) => ({ log_group: arn.split(':')[6] ?? arn, arn }));
    const names = textsOf(attributes.get('aws.log.group.names'));
    return names.length > 0 ? names.map((log_group) => ({ log_group })) : undefined;
}
/** A list, or a text such as `OTEL_RESOURCE_ATTRIBUTES` holds it: `one&two`. */
function textsOf(value) {
    if (typeof value === 'string')
        return value.split('&').filter((text) => text !== '');
    return Array.isArray(value) ? value.filter((each) => typeof each === 'string') : [];
}

// EXTERNAL MODULE: ./src/trace/json-object.ts
var json_object = __webpack_require__(80955);
;// CONCATENATED MODULE: ./src/local/otlp/annotations.ts

const METADATA_PREFIX = 'aws.xray.metadata.';
const ANNOTATION_KEYS = 'aws.xray.annotations';
/** They have fields of their own in a segment. */
const NEVER_NOTED = new Set(['enduser.id', 'aws.xray.inprogress']);
/**
 * What becomes of the attributes that no other field has taken up (`isTaken`): annotations where they are indexed, by
 * the settings or in the span's own list `aws.xray.annotations`, else metadata. `resource` are the attributes of the
 * resource, null for a subsegment. As `makeXRayAttributes` of the collector's X-Ray exporter.
 */
function notesOf(span, isTaken, resource, indexed) {
    const named = namedAnnotations(span);
    const isIndexed = (key) => indexed === 'all' || indexed.has(key) || named.has(key);
    const annotations = new Map();
    const metadata = new Map();
    const byDefault = {};
    for (const [key, value] of resource ?? []) {
        const name = `otel.resource.${key}`;
        if (isIndexed(name) && isAnnotatable(value))
            annotations.set(annotationKey(name), value);
        else if (value !== null)
            setOwn(byDefault, name, value);
    }
    for (const [key, value] of span) {
        if (NEVER_NOTED.has(key) || (key === ANNOTATION_KEYS && Array.isArray(value)))
            continue;
        if (isTaken(key) && (indexed === 'all' || !indexed.has(key)))
            continue;
        if (isIndexed(key)) {
            if (isAnnotatable(value))
                annotations.set(annotationKey(key), value);
        }
        else if (key.startsWith(METADATA_PREFIX) && typeof value === 'string') {
            addMetadata(metadata, byDefault, key, value);
        }
        else if (value !== null) {
            setOwn(byDefault, key, value);
        }
    }
    if (Object.keys(byDefault).length > 0)
        metadata.set('default', byDefault);
    return {
        annotations: annotations.size > 0 ? Object.fromEntries(annotations) : undefined,
        metadata: metadata.size > 0 ? Object.fromEntries(metadata) : undefined,
    };
}
/** One attribute with a list of keys, not a prefix of keys. */
function namedAnnotations(span) {
    const keys = span.get(ANNOTATION_KEYS);
    return new Set(Array.isArray(keys) ? keys : []);
}
/** `aws.xray.metadata.<namespace>` holds an object as JSON; what is no object stays where it is. */
function addMetadata(metadata, byDefault, key, json) {
    const namespace = key.slice(METADATA_PREFIX.length);
    const object = parseObject(json);
    if (object === null)
        setOwn(byDefault, key, json);
    else if (namespace.toLowerCase() !== 'default')
        metadata.set(namespace, object);
    else
        for (const [name, value] of Object.entries(object))
            setOwn(byDefault, name, value);
}
function parseObject(json) {
    try {
        const value = JSON.parse(json);
        return (0,json_object/* isJsonObject */.O)(value) ? value : null;
    }
    catch {
        return null;
    }
}
/** An attribute called `__proto__` is an attribute like another. */
function setOwn(object, key, value) {
    Object.defineProperty(object, key, { value, enumerable: true, configurable: true, writable: true });
}
function isAnnotatable(value) {
    return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
}
/** Dots stay, as they do in the exporter since 0.97. */
function annotationKey(key) {
    return key.replace(/[^0-9A-Za-z.]/g, '_');
}

;// CONCATENATED MODULE: ./src/local/otlp/aws-block.ts

/** The attributes that `aws` takes up; they are not repeated in the metadata. */
const TAKEN_BY_AWS = new Set([
    'rpc.method',
    'aws.operation',
    'aws.account_id',
    'aws.region',
    'aws.request_id',
    'aws.requestId',
    'aws.queue_url',
    'aws.queue.url',
    'aws.table_name',
    'aws.table.name',
]);
/** A segment's `aws`; undefined in another cloud. As `makeAws` of the collector's X-Ray exporter. */
function awsBlock(attributes, resource) {
    if (resource.aws === null)
        return undefined;
    const text = (...keys) => textOf(attributes, ...keys) || undefined;
    const tables = attributes.get('aws.dynamodb.table_names');
    const several = Array.isArray(tables) && tables.length > 1;
    return {
        ...resource.aws,
        account_id: text('aws.account_id') ?? resource.aws.account_id,
        operation: text('aws.operation', 'rpc.method'),
        region: text('aws.region'),
        request_id: text('aws.request_id', 'aws.requestId'),
        queue_url: text('messaging.url', 'aws.queue_url', 'aws.queue.url'),
        table_name: several ? undefined : (onlyTable(tables) ?? text('aws.table_name', 'aws.table.name')),
        table_names: several ? tables : undefined,
    };
}
function onlyTable(tables) {
    const table = Array.isArray(tables) ? tables[0] : tables;
    return typeof table === 'string' && table !== '' ? table : undefined;
}
/** The same without what only a call has, for the segment of the service that made the call. */
function withoutCall(aws) {
    return {
        ...aws,
        account_id: undefined,
        operation: undefined,
        region: undefined,
        request_id: undefined,
        queue_url: undefined,
        table_name: undefined,
        table_names: undefined,
    };
}

// EXTERNAL MODULE: ./src/local/hash.ts
var hash = __webpack_require__(98511);
;// CONCATENATED MODULE: ./src/local/otlp/stack-trace.ts
/**
 * Reads a stack trace as the language's runtime writes it, the innermost frame first; nothing of a language that is not
 * known. `language` is OpenTelemetry's `telemetry.sdk.language`.
 */
function readStackTrace(text, language) {
    const lines = text.split(/\r?\n/);
    switch (language) {
        case 'java':
        case 'php': // its SDK writes them as Java does
            return javaTrace(lines.slice(1));
        case 'python':
            return pythonTrace(lines);
        case 'javascript':
        case 'nodejs':
        case 'webjs':
            return withoutCauses(lines.slice(1).map(javaScriptFrame));
        case 'dotnet':
            return withoutCauses(lines.slice(1).map(dotnetFrame));
        case 'go':
            return withoutCauses(goFrames(lines));
        default:
            return withoutCauses([]);
    }
}
function withoutCauses(frames) {
    return { stack: frames.filter((frame) => frame !== null), causes: [] };
}
/** `<tab>at loader/com.example.Shop.order(Shop.java:23)`, and `Caused by: type: message` before a cause's frames. */
function javaTrace(lines) {
    const exceptions = [{ type: '', message: '', stack: [] }];
    let inMessage = false;
    for (const line of lines) {
        const current = exceptions.at(-1);
        const frame = /^\tat ([^(]*)\((.*)\)$/.exec(line);
        const cause = inMessage ? null : /^Caused by: ([^:]*)(?:: ?(.*))?$/.exec(line);
        if (frame !== null) {
            inMessage = false;
            const [path = '', number = ''] = frame[2].split(':');
            current.stack.push({ path, label: frame[1].replace(/^[^/]*\//, ''), line: integer(number) });
        }
        else if (cause !== null) {
            exceptions.push({ type: cause[1], message: cause[2] ?? '', stack: [] });
            inMessage = true;
        }
        else if (inMessage) {
            current.message += line;
        }
    }
    const [own, ...causes] = exceptions;
    return { stack: own.stack, causes };
}
const DURING_HANDLING = 'During handling of the above exception, another exception occurred:';
/** The innermost frame comes last, and a cause comes before what it caused; so the lines are read from the end. */
function pythonTrace(lines) {
    const exceptions = [{ type: '', message: '', stack: [] }];
    for (let index = lines.length - 2; index >= 0; index -= 1) {
        const line = lines[index];
        const frame = /^ {2}File "(.*)", line (\d+), in (.*)$/.exec(line);
        if (frame !== null) {
            exceptions.at(-1).stack.push({ path: frame[1], label: frame[3], line: integer(frame[2]) });
        }
        else if (line.startsWith(DURING_HANDLING)) {
            const innermost = lines.findLastIndex((each, at) => at < index && each.startsWith('  File '));
            if (innermost < 0)
                break;
            // The frame has a line of source below it; then comes the exception, and a blank line.
            const what = lines.slice(innermost + 2, index - 1).join('\n');
            const colon = what.indexOf(':');
            if (colon < 0)
                break;
            exceptions.push({ type: what.slice(0, colon), message: what.slice(colon + 2), stack: [] });
            index = innermost + 1;
        }
    }
    const [own, ...causes] = exceptions;
    return { stack: own.stack, causes };
}
/** `    at Shop.order (file:///shop/order.js:23:11)`, or without a function and its parentheses. */
function javaScriptFrame(line) {
    const [found, label = '', inside, bare] = /^ {4}at (?:(.*?) ?\(([^()]*)\)|([^(]+))$/.exec(line) ?? [];
    if (found === undefined)
        return null;
    const place = inside ?? bare ?? '';
    const [, path = place, number = ''] = /^(.*?):(\d+)(?::\d+)?$/.exec(place) ?? [];
    return { path, label, line: integer(number) };
}
/** `   at Shop.Order(Int32 id) in /shop/Order.cs:line 23`, or without the file. */
function dotnetFrame(line) {
    const inFile = /^\s*at (.*?) in (.*?)(?::line (\d+))?$/.exec(line);
    if (inFile !== null)
        return { label: inFile[1], path: inFile[2], line: integer(inFile[3] ?? '') };
    const alone = /^\s*at (.*\))/.exec(line);
    return alone === null ? null : { label: alone[1], path: '', line: 0 };
}
/** A line with the function, then one with the file: `<tab>/shop/order.go:23 +0x1d`. */
function goFrames(lines) {
    const frames = [];
    const calls = lines.filter((line) => line !== '' && !/^goroutine.*\brunning\b.*:$/.test(line));
    for (let index = 0; index + 1 < calls.length; index += 2) {
        const [, path = '', number = ''] = /(?<![^:\s])([^:\s]+):(\d+)/.exec(calls[index + 1]) ?? [];
        frames.push({ path, label: calls[index], line: integer(number) });
    }
    return frames;
}
function integer(digits) {
    return /^\d+$/.test(digits) ? Number(digits) : 0;
}

;// CONCATENATED MODULE: ./src/local/otlp/cause.ts



/** How a span went, and why. As `makeCause` of the collector's X-Ray exporter. */
function outcomeOf(span, resource) {
    return { ...flagsOf(span), cause: causeOf(span, resource) };
}
/** The status of HTTP decides, where there is one of an error; else that of the span. */
function flagsOf({ attributes, error }) {
    const status = numberOf(attributes, 'http.status_code', 'http.response.status_code') ?? 0;
    if (status >= 400 && status <= 499)
        return { error: true, fault: false, throttle: status === 429 };
    if (status >= 500 && status <= 599)
        return { error: false, fault: true, throttle: false };
    return { error: false, fault: error !== null, throttle: false };
}
function causeOf(span, resource) {
    const awsCall = isAwsSdkCall(span);
    const isAttempt = ({ name }) => awsCall && name === 'HTTP request failure';
    const events = span.events.filter((event) => event.name === 'exception' || isAttempt(event));
    if (events.length > 0) {
        const exceptions = events.flatMap((event, index) => {
            const number = `event ${index}`;
            return isAttempt(event) ? failedAttempt(event, span, number) : thrown(event, span, resource, number);
        });
        return { exceptions };
    }
    if (span.error === null)
        return undefined;
    const message = span.error || textOf(span.attributes, 'http.status_text');
    return message === '' ? undefined : { exceptions: [{ id: idOf(span, 'status'), type: undefined, message }] };
}
/** The exception of an event, and those that caused it, each naming the next. */
function thrown(event, span, { language }, number) {
    const text = (key) => textOf(event.attributes, key);
    const { stack, causes } = readStackTrace(text('exception.stacktrace'), language);
    const chain = [{ type: text('exception.type'), message: text('exception.message'), stack }, ...causes];
    return chain.map(({ type, message, stack }, depth) => ({
        id: idOf(span, `${number} ${depth}`),
        type: type || undefined,
        message: message || undefined,
        remote: span.kind === 'client' || span.kind === 'producer',
        stack: stack.length > 0 ? stack : undefined,
        cause: depth + 1 < chain.length ? idOf(span, `${number} ${depth + 1}`) : undefined,
    }));
}
/** One failed attempt of a call to AWS, of which the SDK may have made several. */
function failedAttempt({ attributes, epochSeconds }, span, number) {
    const status = attributes.get('http.response.status_code');
    const message = attributes.get('aws.http.error_message');
    if (status === undefined || message === undefined)
        return [];
    return [
        {
            id: idOf(span, number),
            type: 'aws.http.error.event',
            message: `${status}@${epochSeconds.toFixed(6)}@${message}`,
            remote: true,
        },
    ];
}
/** An id for what has none of its own; the same for the same span, which may be sent twice. */
function idOf({ traceId, spanId }, part) {
    return (0,hash/* hashedId */.h)(`${traceId} ${spanId} ${part}`);
}

// EXTERNAL MODULE: external "node:net"
var external_node_net_ = __webpack_require__(77030);
;// CONCATENATED MODULE: ./src/local/otlp/http-block.ts


/** Attributes that show that the span is HTTP; the names of today's semantic conventions and of those before 1.23. */
const HTTP_ATTRIBUTES = [
    'http.method',
    'http.request.method',
    'http.client_ip',
    'http.user_agent',
    'user_agent.original',
    'http.status_code',
    'http.response.status_code',
    'http.url',
    'url.full',
    'http.scheme',
    'url.scheme',
    'http.host',
    'http.target',
    'http.server_name',
    'net.host.port',
    'url.path',
    'url.query',
];
/** Attributes from which the host of a URL can be known. */
const HOST_ATTRIBUTES = [
    'http.url',
    'url.full',
    'http.host',
    'http.server_name',
    'host.name',
    'net.host.name',
    'net.peer.name',
    'net.peer.ip',
    'server.address',
];
/** The attributes that `http` takes up: they are not repeated in the metadata, even where the span is not HTTP. */
const TAKEN_BY_HTTP = new Set([
    ...HTTP_ATTRIBUTES,
    ...HOST_ATTRIBUTES,
    'net.peer.port',
    'network.peer.address',
    'network.peer.port',
    'client.address',
    'server.port',
]);
/** A segment's `http`; undefined where the span is not HTTP. As `makeHTTP` of the collector's X-Ray exporter. */
function httpBlock(span) {
    const { attributes } = span;
    if (!HTTP_ATTRIBUTES.some((key) => attributes.has(key)))
        return undefined;
    const peer = peerAddress(attributes);
    const client = clientAddress(attributes);
    const knowsHost = peer !== '' || HOST_ATTRIBUTES.some((key) => attributes.has(key));
    return {
        request: {
            x_forwarded_for: client !== '' && peer === '' ? true : undefined,
            method: textOf(attributes, 'http.request.method', 'http.method') || undefined,
            url: knowsHost ? urlOf(span) : undefined,
            user_agent: textOf(attributes, 'user_agent.original', 'http.user_agent') || undefined,
            client_ip: client || peer || undefined,
        },
        response: {
            status: numberOf(attributes, 'http.response.status_code', 'http.status_code'),
            content_length: receivedBytes(span),
        },
    };
}
function clientAddress(attributes) {
    const address = textOf(attributes, 'client.address');
    return (0,external_node_net_.isIP)(address) !== 0 ? address : textOf(attributes, 'http.client_ip');
}
function peerAddress(attributes) {
    const address = textOf(attributes, 'network.peer.address');
    return (0,external_node_net_.isIP)(address) !== 0 ? address : textOf(attributes, 'net.peer.ip');
}
/** What instrumentation says of the answer's size, on the span or in an event; 0 where it says nothing. */
function receivedBytes({ attributes, events }) {
    for (const each of [attributes, ...events.map((event) => event.attributes)]) {
        if (each.get('message.type') !== 'RECEIVED')
            continue;
        const bytes = numberOf(each, 'messaging.message_payload_size_bytes', 'messaging.message.body.size');
        if (bytes !== undefined && bytes !== 0)
            return bytes;
    }
    return 0;
}
const DEFAULT_PORTS = { http: '80', https: '443' };
/** The URL where it was recorded whole, else put together from its parts. */
function urlOf({ attributes, kind }) {
    const whole = textOf(attributes, 'url.full', 'http.url');
    if (whole !== '')
        return whole;
    const scheme = textOf(attributes, 'url.scheme', 'http.scheme') || 'http';
    const { host, port } = kind === 'server' ? ownHost(attributes) : calledHost(attributes);
    const showsPort = port !== '' && port !== DEFAULT_PORTS[scheme];
    return `${scheme}://${host}${showsPort ? `:${port}` : ''}${targetOf(attributes)}`;
}
function ownHost(attributes) {
    const given = textOf(attributes, 'http.host');
    if (given !== '')
        return { host: given, port: '' };
    const host = textOf(attributes, 'http.server_name', 'net.host.name', 'server.address', 'host.name');
    return { host, port: portOf(attributes, 'net.host.port', 'server.port') };
}
function calledHost(attributes) {
    const given = textOf(attributes, 'http.host');
    if (given !== '')
        return { host: given, port: '' };
    const host = textOf(attributes, 'net.peer.name', 'net.peer.ip', 'server.address');
    return { host, port: portOf(attributes, 'net.peer.port', 'server.port', 'network.peer.port') };
}
/** Old instrumentation writes ports as text. */
function portOf(attributes, ...keys) {
    return String(numberOf(attributes, ...keys) ?? textOf(attributes, ...keys));
}
function targetOf(attributes) {
    const target = textOf(attributes, 'http.target');
    if (target !== '')
        return target;
    const query = textOf(attributes, 'url.query');
    return `${textOf(attributes, 'url.path') || '/'}${query === '' ? '' : `?${query.replace(/^\?/, '')}`}`;
}

;// CONCATENATED MODULE: ./src/local/otlp/segment-name.ts

/**
 * The name and namespace of a span's segment: X-Ray names segments after services, spans are named after what is done.
 * The order is that of `MakeSegment` in the collector's X-Ray exporter, with today's attribute names after the old ones.
 */
function identityOf(span, resource) {
    const { attributes, kind } = span;
    const chosen = remoteService(span) || localService(span) || textOf(attributes, 'peer.service', 'service.peer.name');
    const awsService = chosen === '' ? textOf(attributes, 'aws.service') : '';
    const isAws = isAwsSdkCall(span) || (chosen === '' && attributes.has('aws.service'));
    return {
        name: chosen ||
            awsService ||
            databaseName(span) ||
            (standsForService(span) ? resource.serviceName : '') ||
            textOf(attributes, 'rpc.service', 'http.host', 'net.peer.name', 'server.address') ||
            allowedName(span.name),
        namespace: isAws ? 'aws' : kind === 'client' || kind === 'producer' ? 'remote' : undefined,
    };
}
function isLocalRoot({ attributes }) {
    return attributes.get('aws.span.kind') === 'LOCAL_ROOT';
}
/** `aws.remote.service`, without what the ADOT SDKs write in front of the names of AWS services. */
function remoteService(span) {
    if (span.kind !== 'client' && span.kind !== 'producer' && span.kind !== 'consumer')
        return '';
    const name = textOf(span.attributes, 'aws.remote.service');
    return isAwsSdkCall(span) ? name.replace(/^(AWS\.SDK\.|AWS::)/, '') : name;
}
function localService(span) {
    const named = standsForService(span) || (span.kind === 'internal' && isLocalRoot(span));
    return named ? textOf(span.attributes, 'aws.local.service') : '';
}
function standsForService(span) {
    return span.kind === 'server' || (span.kind === 'consumer' && isLocalRoot(span));
}
/** `orders@db.example.com`, or empty where the span is no call to a database. */
function databaseName(span) {
    const { attributes } = span;
    const database = textOf(attributes, 'db.name');
    if (database !== '')
        return atHost(database, hostOf(textOf(attributes, 'db.connection_string')));
    // An AWS SDK writes the table of DynamoDB here; the call stays one to DynamoDB, as with the X-Ray SDKs.
    const namespace = isAwsSdkCall(span) ? '' : textOf(attributes, 'db.namespace');
    return namespace === '' ? '' : atHost(namespace, textOf(attributes, 'server.address'));
}
function atHost(database, host) {
    return host === '' ? database : `${database}@${host}`;
}
function hostOf(connectionString) {
    const url = connectionString.replace(/^jdbc:/, '');
    return URL.canParse(url) ? new URL(url).hostname : '';
}
const MAX_NAME_LENGTH = 200;
/** https://docs.aws.amazon.com/xray/latest/devguide/xray-api-segmentdocuments.html#api-segmentdocuments-fields, `name` */
function allowedName(name) {
    return name.replace(/[^ 0-9\p{L}_.:/%&#=+\-@]/gu, '').slice(0, MAX_NAME_LENGTH) || 'span';
}

;// CONCATENATED MODULE: ./src/local/otlp/sql-block.ts

/** The attributes that `sql` takes up, where there is one. */
const TAKEN_BY_SQL = new Set([
    'db.connection_string',
    'db.system',
    'db.system.name',
    'db.name',
    'db.namespace',
    'db.statement',
    'db.query.text',
    'db.user',
    'user.name',
]);
const SQL_SYSTEMS = new Set([
    'db2',
    'derby',
    'hive',
    'mariadb',
    'mssql',
    'mysql',
    'oracle',
    'postgresql',
    'sqlite',
    'teradata',
    'other_sql',
    'ibm.db2',
    'microsoft.sql_server',
    'oracle.db',
]);
/** A subsegment's `sql`; undefined where the span is no SQL query. As `makeSQL` of the collector's X-Ray exporter. */
function sqlBlock({ attributes, name }) {
    const system = textOf(attributes, 'db.system.name', 'db.system');
    if (!SQL_SYSTEMS.has(system))
        return undefined;
    const host = textOf(attributes, 'db.connection_string') || 'localhost';
    return {
        url: name,
        connection_string: `${host}/${textOf(attributes, 'db.namespace', 'db.name')}`,
        database_type: system,
        user: textOf(attributes, 'db.user', 'user.name') || undefined,
        sanitized_query: textOf(attributes, 'db.query.text', 'db.statement') || undefined,
    };
}

;// CONCATENATED MODULE: ./src/local/otlp/segment.ts







/** Of the service's own segment, where the call has one beside it. */
const NOT_OF_THE_SERVICE = ['aws.remote.service', 'aws.remote.operation', 'remoteTarget', 'K8s.RemoteNamespace'];
/**
 * The documents of a span: a segment or a subsegment, as the X-Ray exporter of the OpenTelemetry collector makes them;
 * both for a call that nothing else in its service stands above (`aws.span.kind` is LOCAL_ROOT).
 * https://github.com/open-telemetry/opentelemetry-collector-contrib/tree/main/exporter/awsxrayexporter
 *
 * Unlike there, the id of a trace may be older than 28 days or random, as with the exporter's feature gate
 * `exporter.xray.skipTimestampValidation`.
 */
function segmentsOf(span, resource, indexed) {
    if (!isLocalRoot(span))
        return [namedRemote(segmentOf(span, resource, indexed), span)];
    if (span.kind === 'server' || span.kind === 'internal') {
        return [{ ...segmentOf(span, resource, indexed), type: undefined, namespace: undefined }];
    }
    const serviceId = idOf(span, 'service');
    return [callOf(span, serviceId, resource, indexed), serviceOf(span, serviceId, resource, indexed)];
}
function segmentOf(span, resource, indexed) {
    const { attributes, kind, parentSpanId } = span;
    const { name, namespace } = identityOf(span, resource);
    const isSubsegment = parentSpanId !== null && kind !== 'server' && kind !== 'consumer';
    const sql = sqlBlock(span);
    const isTaken = (key) => TAKEN_BY_HTTP.has(key) || TAKEN_BY_AWS.has(key) || (sql !== undefined && TAKEN_BY_SQL.has(key));
    const { annotations, metadata } = notesOf(attributes, isTaken, isSubsegment ? null : resource.attributes, indexed);
    const inProgress = attributes.get('aws.xray.inprogress') === true;
    return {
        id: span.spanId,
        trace_id: xrayTraceId(span.traceId),
        parent_id: parentSpanId ?? undefined,
        type: isSubsegment ? 'subsegment' : undefined,
        name,
        namespace,
        start_time: span.startSeconds,
        ...(inProgress ? { in_progress: true } : { end_time: span.endSeconds }),
        ...outcomeOf(span, resource),
        origin: resource.origin,
        service: resource.service,
        user: textOf(attributes, 'enduser.id') || undefined,
        http: httpBlock(span),
        aws: awsBlock(attributes, resource),
        sql,
        annotations,
        metadata,
        links: linksOf(span),
    };
}
/** Whatever calls a service that it can name is a call to it. */
function namedRemote(document, { kind, attributes }) {
    const calls = kind === 'client' || kind === 'producer' || kind === 'consumer';
    const unnamed = document.type === 'subsegment' && document.namespace === undefined;
    return calls && unnamed && attributes.has('aws.remote.service') ? { ...document, namespace: 'remote' } : document;
}
/** The call itself, below the segment of the service that made it. */
function callOf(span, serviceId, resource, indexed) {
    const document = segmentOf({ ...span, parentSpanId: serviceId }, resource, indexed);
    return {
        ...document,
        type: 'subsegment',
        namespace: document.namespace ?? 'remote',
        name: remoteService(span) || document.name,
        links: span.kind === 'consumer' ? undefined : document.links,
    };
}
/** The segment of the service that made the call, with nothing in it that is the call's. */
function serviceOf(span, serviceId, resource, indexed) {
    const attributes = without(span.attributes, NOT_OF_THE_SERVICE);
    const document = segmentOf({ ...span, spanId: serviceId, attributes }, resource, indexed);
    const ofResource = Object.entries(document.metadata?.default ?? {}).filter(([key]) => key.startsWith('otel.resource.'));
    return {
        ...document,
        type: undefined,
        namespace: undefined,
        name: textOf(span.attributes, 'aws.local.service') || document.name,
        http: undefined,
        aws: document.aws && withoutCall(document.aws),
        metadata: ofResource.length > 0 ? { default: Object.fromEntries(ofResource) } : undefined,
        links: span.kind === 'consumer' ? document.links : undefined,
    };
}
function without(attributes, keys) {
    return new Map([...attributes].filter(([key]) => !keys.includes(key)));
}
function linksOf({ links }) {
    if (links.length === 0)
        return undefined;
    return links.map(({ traceId, spanId, attributes }) => ({
        trace_id: xrayTraceId(traceId),
        id: spanId,
        attributes: attributes.size > 0 ? Object.fromEntries(attributes) : undefined,
    }));
}
/** The form of X-Ray: `1-<8 hex>-<24 hex>`. */
function xrayTraceId(traceId) {
    return `1-${traceId.slice(0, 8)}-${traceId.slice(8)}`;
}

;// CONCATENATED MODULE: ./src/local/otlp/export-traces.ts



/** Stores the spans of a request as segments. Those that cannot be are counted in the answer, with the reasons. */
function exportTraces(request, destination) {
    const reasons = [];
    let spanCount = 0;
    for (const { resource, scopeSpans } of request.resourceSpans) {
        const described = describeResource(readAttributes(resource?.attributes ?? []));
        for (const message of scopeSpans.flatMap(({ spans }) => spans)) {
            spanCount += 1;
            const reason = exportSpan(message, described, destination);
            if (reason !== null)
                reasons.push(reason);
        }
    }
    if (reasons.length === 0)
        return {};
    return {
        partialSuccess: { rejectedSpans: BigInt(reasons.length), errorMessage: explain(reasons, spanCount) },
    };
}
/** Why the span was rejected; null where it was stored. */
function exportSpan(message, resource, { ingest, indexed }) {
    try {
        const documents = segmentsOf(readSpan(message), resource, indexed);
        ingest.span(true);
        const stored = documents.map((document) => ingest.document(JSON.stringify(document)));
        return stored.find((each) => each.kind === 'refused')?.reason ?? null;
    }
    catch (error) {
        if (!(error instanceof InvalidSpan))
            throw error;
        ingest.span(false);
        return error.message;
    }
}
const MOST_REASONS = 3;
function explain(reasons, spanCount) {
    const different = [...new Set(reasons)];
    const left = different.length - MOST_REASONS;
    const more = left > 0 ? ` And ${left} more reasons.` : '';
    return `${reasons.length} of ${spanCount} spans were rejected. ${different.slice(0, MOST_REASONS).join(' ')}${more}`;
}


/***/ }),

/***/ 40397:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  startOtlpServer: () => (/* binding */ startOtlpServer)
});

// EXTERNAL MODULE: ./src/local/listening-server.ts
var listening_server = __webpack_require__(16612);
// EXTERNAL MODULE: ./src/local/request-body.ts
var request_body = __webpack_require__(29235);
// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __webpack_require__(57975);
// EXTERNAL MODULE: external "node:zlib"
var external_node_zlib_ = __webpack_require__(38522);
;// CONCATENATED MODULE: ./src/local/otlp/otlp-error.ts
/** Of https://github.com/googleapis/googleapis/blob/master/google/rpc/code.proto */
const RPC_CODES = { 400: 3, 404: 5, 405: 12, 413: 8, 415: 3, 500: 13 };
/** A request that is refused as a whole. https://opentelemetry.io/docs/specs/otlp/#failures-1 */
class OtlpError extends Error {
    name = 'OtlpError';
    status;
    /** Headers that the answer has beside its content type. */
    headers;
    constructor(status, message, headers = {}) {
        super(message);
        this.status = status;
        this.headers = headers;
    }
    get rpcCode() {
        return RPC_CODES[this.status] ?? 2;
    }
}

;// CONCATENATED MODULE: ./src/local/otlp/content-encoding.ts



const gunzipBody = (0,external_node_util_.promisify)(external_node_zlib_.gunzip);
const inflateBody = (0,external_node_util_.promisify)(external_node_zlib_.inflate);
/**
 * The body without its compression. Throws an OtlpError where it is not what its Content-Encoding says (400), has more
 * than `maxBytes` when unpacked (413), or has an encoding that is not known (415).
 */
async function decompress(body, encoding, maxBytes) {
    switch (encoding?.trim().toLowerCase() ?? '') {
        case '':
        case 'identity':
        case 'none':
            return body;
        case 'gzip':
        case 'x-gzip':
            return orRefuse(gunzipBody(body, { maxOutputLength: maxBytes }), maxBytes);
        case 'deflate':
            return orRefuse(inflateBody(body, { maxOutputLength: maxBytes }), maxBytes);
        default:
            throw new OtlpError(415, `Content-Encoding must be gzip, deflate or identity; got "${encoding}".`, {
                'accept-encoding': 'gzip, deflate',
            });
    }
}
async function orRefuse(unpacked, maxBytes) {
    try {
        return await unpacked;
    }
    catch (error) {
        const isTooLarge = error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE';
        if (isTooLarge)
            throw new OtlpError(413, `The request body has more than ${maxBytes} bytes when unpacked.`);
        throw new OtlpError(400, `The request body cannot be unpacked: ${error.message}.`);
    }
}

// EXTERNAL MODULE: ./src/local/otlp/export-traces.ts + 11 modules
var export_traces = __webpack_require__(62538);
// EXTERNAL MODULE: ./src/local/otlp/wire.ts + 1 modules
var wire = __webpack_require__(40964);
;// CONCATENATED MODULE: ./src/local/otlp/otlp-server.ts






/** As the collector's receiver, packed and unpacked alike. */
const MAX_BODY_BYTES = 20 * 1024 * 1024;
const CONTENT_TYPES = {
    protobuf: 'application/x-protobuf',
    json: 'application/json',
};
/**
 * OTLP/HTTP for traces: https://opentelemetry.io/docs/specs/otlp/#otlphttp.
 * Rejects with the system's error when the port cannot be had; port 0 takes a free one.
 */
function startOtlpServer(address, port, destination) {
    return (0,listening_server/* listen */.K)(address, port, (request, response) => {
        (0,request_body/* readBody */.x)(request, MAX_BODY_BYTES, (body) => void answer(request, response, body, destination));
    });
}
/** The answer is written as the request was. */
async function answer(request, response, body, destination) {
    const encoding = encodingOf(request);
    const headers = { 'content-type': CONTENT_TYPES[encoding ?? 'json'] };
    try {
        const read = await readRequest(request, encoding, body);
        const written = (0,wire/* writeExportResponse */.F)((0,export_traces.exportTraces)(read, destination), encoding ?? 'json');
        response.writeHead(200, headers).end(written);
    }
    catch (error) {
        const { status, rpcCode, message, headers: more } = asOtlpError(error);
        const written = (0,wire/* writeStatus */.K)({ code: rpcCode, message }, encoding ?? 'json');
        const thenClose = body === null ? { connection: 'close' } : {};
        response.writeHead(status, { ...headers, ...more, ...thenClose }).end(written);
    }
}
async function readRequest(request, encoding, body) {
    refuseOtherPaths(request);
    if (encoding === null) {
        const given = request.headers['content-type'] ?? 'none';
        throw new OtlpError(415, `Content-Type must be application/x-protobuf or application/json; got ${given}.`);
    }
    if (body === null)
        throw new OtlpError(413, `The request body has more than ${MAX_BODY_BYTES} bytes.`);
    const unpacked = await decompress(body, request.headers['content-encoding'], MAX_BODY_BYTES);
    try {
        return (0,wire.readExportRequest)(unpacked, encoding);
    }
    catch (error) {
        throw new OtlpError(400, `The request body is no ExportTraceServiceRequest: ${error.message}`);
    }
}
function refuseOtherPaths(request) {
    const { method } = request;
    const path = (0,request_body/* pathOf */.X)(request);
    if (path !== '/v1/traces') {
        throw new OtlpError(404, `The local X-Ray takes traces alone, at /v1/traces; got ${path}. Set OTEL_METRICS_EXPORTER and OTEL_LOGS_EXPORTER to none.`);
    }
    if (method !== 'POST')
        throw new OtlpError(405, `/v1/traces takes POST; got ${method}.`, { allow: 'POST' });
}
function encodingOf({ headers }) {
    switch (headers['content-type']?.split(';', 1)[0]?.trim().toLowerCase()) {
        case 'application/x-protobuf':
            return 'protobuf';
        case 'application/json':
            return 'json';
        default:
            return null;
    }
}
/** A defect is told to the client, and does not end the server. */
function asOtlpError(error) {
    return error instanceof OtlpError
        ? error
        : new OtlpError(500, error instanceof Error ? error.message : String(error));
}


/***/ }),

/***/ 40964:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  readExportRequest: () => (/* binding */ readExportRequest),
  F: () => (/* binding */ writeExportResponse),
  K: () => (/* binding */ writeStatus)
});

// EXTERNAL MODULE: ./node_modules/@bufbuild/protobuf/dist/esm/from-binary.js
var from_binary = __webpack_require__(39859);
// EXTERNAL MODULE: ./node_modules/@bufbuild/protobuf/dist/esm/from-json.js + 1 modules
var from_json = __webpack_require__(21992);
// EXTERNAL MODULE: ./node_modules/@bufbuild/protobuf/dist/esm/create.js
var create = __webpack_require__(76149);
// EXTERNAL MODULE: ./node_modules/@bufbuild/protobuf/dist/esm/to-binary.js
var to_binary = __webpack_require__(85224);
// EXTERNAL MODULE: ./node_modules/@bufbuild/protobuf/dist/esm/to-json.js
var to_json = __webpack_require__(78619);
// EXTERNAL MODULE: ./src/trace/json-object.ts
var json_object = __webpack_require__(80955);
// EXTERNAL MODULE: ./node_modules/@bufbuild/protobuf/dist/esm/registry.js + 2 modules
var registry = __webpack_require__(80370);
// EXTERNAL MODULE: ./node_modules/@bufbuild/protobuf/dist/esm/wkt/google/protobuf/descriptor_pb.js + 1 modules
var descriptor_pb = __webpack_require__(46177);
;// CONCATENATED MODULE: ./src/local/otlp/schema.ts


/**
 * The part of OTLP that carries traces, and the Status that answers a refused request: each field with its number and
 * its type, `[]` where it repeats. Fields that nothing here reads are left out: the reader skips what it does not know.
 * https://github.com/open-telemetry/opentelemetry-proto, https://github.com/googleapis/googleapis (google.rpc.Status)
 */
const MESSAGES = {
    ExportTraceServiceRequest: { resource_spans: [1, 'ResourceSpans[]'] },
    ExportTraceServiceResponse: { partial_success: [1, 'ExportTracePartialSuccess'] },
    ExportTracePartialSuccess: { rejected_spans: [1, 'int64'], error_message: [2, 'string'] },
    RpcStatus: { code: [1, 'int32'], message: [2, 'string'] },
    ResourceSpans: { resource: [1, 'Resource'], scope_spans: [2, 'ScopeSpans[]'] },
    Resource: { attributes: [1, 'KeyValue[]'] },
    ScopeSpans: { spans: [2, 'Span[]'] },
    Span: {
        trace_id: [1, 'bytes'],
        span_id: [2, 'bytes'],
        parent_span_id: [4, 'bytes'],
        name: [5, 'string'],
        kind: [6, 'SpanKind'],
        start_time_unix_nano: [7, 'fixed64'],
        end_time_unix_nano: [8, 'fixed64'],
        attributes: [9, 'KeyValue[]'],
        events: [11, 'Event[]'],
        links: [13, 'Link[]'],
        status: [15, 'Status'],
    },
    Event: { time_unix_nano: [1, 'fixed64'], name: [2, 'string'], attributes: [3, 'KeyValue[]'] },
    Link: { trace_id: [1, 'bytes'], span_id: [2, 'bytes'], attributes: [4, 'KeyValue[]'] },
    Status: { message: [2, 'string'], code: [3, 'StatusCode'] },
    KeyValue: { key: [1, 'string'], value: [2, 'AnyValue'] },
    AnyValue: {
        string_value: [1, 'string'],
        bool_value: [2, 'bool'],
        int_value: [3, 'int64'],
        double_value: [4, 'double'],
        array_value: [5, 'ArrayValue'],
        kvlist_value: [6, 'KeyValueList'],
        bytes_value: [7, 'bytes'],
    },
    ArrayValue: { values: [1, 'AnyValue[]'] },
    KeyValueList: { values: [1, 'KeyValue[]'] },
};
/** The one message of which at most one field is set. */
const UNION = 'AnyValue';
/** Names in the order of their numbers, from 0. */
const ENUMS = {
    SpanKind: [
        'SPAN_KIND_UNSPECIFIED',
        'SPAN_KIND_INTERNAL',
        'SPAN_KIND_SERVER',
        'SPAN_KIND_CLIENT',
        'SPAN_KIND_PRODUCER',
        'SPAN_KIND_CONSUMER',
    ],
    StatusCode: ['STATUS_CODE_UNSET', 'STATUS_CODE_OK', 'STATUS_CODE_ERROR'],
};
const SCALARS = {
    bool: descriptor_pb/* FieldDescriptorProto_Type */.P3.BOOL,
    bytes: descriptor_pb/* FieldDescriptorProto_Type */.P3.BYTES,
    double: descriptor_pb/* FieldDescriptorProto_Type */.P3.DOUBLE,
    fixed64: descriptor_pb/* FieldDescriptorProto_Type */.P3.FIXED64,
    int32: descriptor_pb/* FieldDescriptorProto_Type */.P3.INT32,
    int64: descriptor_pb/* FieldDescriptorProto_Type */.P3.INT64,
    string: descriptor_pb/* FieldDescriptorProto_Type */.P3.STRING,
};
const schema_registry = (0,registry/* createFileRegistry */.uO)((0,create/* create */.v)(descriptor_pb/* FileDescriptorSetSchema */.Zw, {
    file: [
        {
            name: 'otlp.proto',
            package: 'otlp',
            syntax: 'proto3',
            messageType: Object.entries(MESSAGES).map(([name, fields]) => ({
                name,
                oneofDecl: name === UNION ? [{ name: 'value' }] : [],
                field: Object.entries(fields).map(([field, [number, type]]) => ({
                    name: field,
                    jsonName: field.replace(/_./g, (boundary) => boundary.slice(1).toUpperCase()),
                    number,
                    ...fieldType(type),
                    ...(name === UNION ? { oneofIndex: 0 } : {}),
                })),
            })),
            enumType: Object.entries(ENUMS).map(([name, values]) => ({
                name,
                value: values.map((value, number) => ({ name: value, number })),
            })),
        },
    ],
}));
function fieldType(type) {
    const name = type.replace('[]', '');
    const label = type.endsWith('[]') ? descriptor_pb/* FieldDescriptorProto_Label */.TX.REPEATED : descriptor_pb/* FieldDescriptorProto_Label */.TX.OPTIONAL;
    const scalar = SCALARS[name];
    if (scalar !== undefined)
        return { label, type: scalar };
    return { label, type: name in ENUMS ? descriptor_pb/* FieldDescriptorProto_Type */.P3.ENUM : descriptor_pb/* FieldDescriptorProto_Type */.P3.MESSAGE, typeName: `.otlp.${name}` };
}
function message(name) {
    return schema_registry.getMessage(`otlp.${name}`);
}
const exportRequestSchema = message('ExportTraceServiceRequest');
const exportResponseSchema = message('ExportTraceServiceResponse');
const rpcStatusSchema = message('RpcStatus');

;// CONCATENATED MODULE: ./src/local/otlp/wire.ts



/** Reads the body of an export. Throws an Error that says why where it is none, or where it is nested too deep. */
function readExportRequest(body, encoding) {
    const message = encoding === 'protobuf'
        ? (0,from_binary/* fromBinary */.Er)(exportRequestSchema, body, { readUnknownFields: false })
        : (0,from_json/* fromJson */.Rf)(exportRequestSchema, withBase64Ids(JSON.parse(Buffer.from(body).toString('utf8'))), {
            ignoreUnknownFields: true,
        });
    return message; // The interfaces above are the schema's.
}
function writeExportResponse(response, encoding) {
    return write(exportResponseSchema, { ...response }, encoding);
}
/** `code` is one of google.rpc.Code's. */
function writeStatus(status, encoding) {
    return write(rpcStatusSchema, { ...status }, encoding);
}
function write(schema, fields, encoding) {
    const message = (0,create/* create */.v)(schema, fields);
    return encoding === 'protobuf' ? (0,to_binary/* toBinary */.R)(schema, message) : JSON.stringify((0,to_json/* toJson */.aB)(schema, message));
}
/**
 * JSON of OTLP is that of Protobuf, except that trace and span ids are hexadecimal where other bytes are base64.
 * https://opentelemetry.io/docs/specs/otlp/#json-protobuf-encoding
 */
function withBase64Ids(request) {
    for (const resourceSpans of listIn(request, 'resourceSpans')) {
        for (const scopeSpans of listIn(resourceSpans, 'scopeSpans')) {
            for (const span of listIn(scopeSpans, 'spans')) {
                toBase64(span, 'traceId');
                toBase64(span, 'spanId');
                toBase64(span, 'parentSpanId');
                for (const link of listIn(span, 'links')) {
                    toBase64(link, 'traceId');
                    toBase64(link, 'spanId');
                }
            }
        }
    }
    return request;
}
function listIn(value, field) {
    const list = (0,json_object/* isJsonObject */.O)(value) ? value[field] : undefined;
    return Array.isArray(list) ? list : [];
}
function toBase64(value, field) {
    if (typeof value !== 'object' || value === null)
        return;
    const fields = value;
    const id = fields[field];
    if (typeof id !== 'string')
        return;
    if (!/^([0-9a-f]{2})*$/i.test(id))
        throw new Error(`${field} must be hexadecimal digits; got "${id.slice(0, 100)}".`);
    fields[field] = Buffer.from(id, 'hex').toString('base64');
}


/***/ })

};
