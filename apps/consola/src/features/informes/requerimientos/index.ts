export { default as RequerimientosPage } from './RequerimientosPage.vue'
