import { defineFeature, type Routes } from '#kernel/server/index.ts';
import { getApiDocument } from './queries/get-api-document.ts';

const routes: Routes = {
  'GET /api/muster/v1/openapi.json': getApiDocument,
};

export const apiDocumentFeature = defineFeature({
  name: 'api-document',
  area: 'governance',
  summary: 'The API described for programs: OpenAPI, made of the routes and actions themselves.',
  routes,
});
