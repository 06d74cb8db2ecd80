export { default as ValidarVariasPage } from './ValidarVariasPage.vue'
