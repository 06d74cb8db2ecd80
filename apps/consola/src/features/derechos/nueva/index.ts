export { default as DerechoNuevoPage } from './DerechoNuevoPage.vue'
