export { default as DiagnosticoPage } from './DiagnosticoPage.vue'
