import express from 'express';
import { announce } from './announce.js';
import { closeSegment, openSegment } from './instrumentation.js';

/** Starts one service of the shop: its routes, traced, behind a health check that is not. */
export function startService(name, addRoutes) {
  const app = express();
  app.disable('x-powered-by');
  app.get('/health', (_request, response) => response.json({ service: name }));
  app.use(openSegment(name));
  app.use(express.json());
  addRoutes(app);
  app.use(closeSegment());
  app.use((error, request, response, _next) => {
    console.error(`${name}: ${request.method} ${request.path}: ${error.message}`);
    response.status(error.status ?? 500).json({ error: error.message });
  });
  announce(name, app);
}

/** An environment variable that the service cannot do without. */
export function required(variable) {
  const value = process.env[variable];
  if (value) return value;
  console.error(
    `${variable} is not set. Set it to the address that the other process printed, e.g. http://127.0.0.1:8080`,
  );
  process.exit(1);
}
