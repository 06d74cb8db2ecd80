export { default as ReportesPage } from './ReportesPage.vue'
