export { default as DerechoNuevoPage } from './DerechoNuevoPage.vue'
export { default as DerechoPage } from './DerechoPage.vue'
export { default as DerechosPage } from './DerechosPage.vue'
