export { default as AvisoPrivacidadPage } from './AvisoPrivacidadPage.vue'
export { default as CapturaPage } from './CapturaPage.vue'
export { default as SolicitarCorreccionPage } from './SolicitarCorreccionPage.vue'
