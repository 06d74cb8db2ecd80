export { default as ConclusionPage } from './ConclusionPage.vue'
