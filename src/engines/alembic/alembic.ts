/** What is used of this engine from outside of it, in one place: it is loaded when a project has Alembic. */
export { childEnvironment } from './child/environment.ts'
export { findHookFolder } from './child/hook-folder.ts'
export { makeAlembicEngine } from './engine.ts'
export { findHistoryTable, readAlembicPaths } from './files.ts'
export { compareModels, type ModelsCompared, type ModelsDiffering, modelsAgree } from './models.ts'
export { readVersionRows } from './state.ts'
