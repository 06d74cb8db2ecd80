export { default as SinConexionBanner } from './SinConexionBanner.vue'
export { default as VisitaPage } from './VisitaPage.vue'
