export { adjuntar, findPersonas, recibir } from './derechos.api.ts'
export { default as DerechoPage } from './DerechoPage.vue'
export { default as DerechosPage } from './DerechosPage.vue'
