import http from 'node:http';
import AWSXRay from 'aws-xray-sdk';
import { version } from './builds.js';

AWSXRay.setContextMissingStrategy('LOG_ERROR');

// true: every service that we call sends its own segment. X-Ray then waits for it.
AWSXRay.captureHTTPsGlobal(http, true);

/** Express middleware that gives every request its segment, with the build's version on it. */
export function openSegment(serviceName) {
  return [
    AWSXRay.express.openSegment(serviceName),
    (_request, _response, next) => {
      AWSXRay.getSegment().addAnnotation('version', version);
      next();
    },
  ];
}

/** Express middleware that writes an error onto the request's segment and passes it on. */
export function closeSegment() {
  return AWSXRay.express.closeSegment();
}

/** The same AWS client, with each of its calls as a subsegment. */
export function traced(client) {
  return AWSXRay.captureAWSv3Client(client);
}
