/**
 * Loaded before a service of the demo's shop (`node --import`): instruments it with OpenTelemetry, and puts
 * instrumentation.js of this folder in the place of the shop's own, which uses the X-Ray SDK.
 */
import { register, registerHooks } from 'node:module';
import { basename } from 'node:path';
import { context, propagation, trace } from '@opentelemetry/api';
import { AsyncLocalStorageContextManager } from '@opentelemetry/context-async-hooks';
import { CompositePropagator, W3CTraceContextPropagator } from '@opentelemetry/core';
import { OTLPTraceExporter as JsonExporter } from '@opentelemetry/exporter-trace-otlp-http';
import { OTLPTraceExporter as ProtobufExporter } from '@opentelemetry/exporter-trace-otlp-proto';
import { registerInstrumentations } from '@opentelemetry/instrumentation';
import { AwsInstrumentation } from '@opentelemetry/instrumentation-aws-sdk';
import { ExpressInstrumentation } from '@opentelemetry/instrumentation-express';
import { HttpInstrumentation } from '@opentelemetry/instrumentation-http';
import { AWSXRayPropagator } from '@opentelemetry/propagator-aws-xray';
import { resourceFromAttributes } from '@opentelemetry/resources';
import { BatchSpanProcessor, TracerProvider } from '@opentelemetry/sdk-trace';

const service = basename(process.argv[1], '.js');

register('@opentelemetry/instrumentation/hook.mjs', import.meta.url);
registerHooks({
  resolve(specifier, context, next) {
    const ownFile = new URL('./instrumentation.js', import.meta.url);
    return next(specifier === './instrumentation.js' ? ownFile.href : specifier, context);
  },
});

const Exporter = process.env.OTLP_ENCODING === 'json' ? JsonExporter : ProtobufExporter;
const provider = new TracerProvider({
  resource: resourceFromAttributes({
    'service.name': service,
    'service.version': process.env.BUILD,
    'telemetry.sdk.name': 'opentelemetry',
    'telemetry.sdk.language': 'nodejs',
  }),
  spanProcessors: [new BatchSpanProcessor({ exporter: new Exporter(), scheduledDelayMillis: 200 })],
});

// The stand-in for DynamoDB is as silent as DynamoDB.
if (service !== 'dynamodb-endpoint') instrument();

function instrument() {
  trace.setGlobalTracerProvider(provider);
  context.setGlobalContextManager(new AsyncLocalStorageContextManager().enable());
  propagation.setGlobalPropagator(
    new CompositePropagator({ propagators: [new W3CTraceContextPropagator(), new AWSXRayPropagator()] }),
  );
  registerInstrumentations({
    instrumentations: [
      new HttpInstrumentation({ ignoreIncomingRequestHook: ({ url }) => url === '/health' }),
      new ExpressInstrumentation(),
      // The HTTP request below a call to AWS is the call, as ADOT has it, and not another node of the graph.
      new AwsInstrumentation({ suppressInternalInstrumentation: true }),
    ],
  });
}
