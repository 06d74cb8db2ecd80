export { default as CandidaturaPage } from './CandidaturaPage.vue'
export { default as CandidaturasPage } from './CandidaturasPage.vue'
