export { default as HoyPage } from './HoyPage.vue'
export { default as MiCandidaturaPage } from './MiCandidaturaPage.vue'
export { default as NoExistePage } from './NoExistePage.vue'
