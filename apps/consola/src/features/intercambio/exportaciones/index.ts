export { default as ExportacionesPage } from './ExportacionesPage.vue'
