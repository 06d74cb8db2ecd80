export { default as PoliticaBorradorPage } from './PoliticaBorradorPage.vue'
export { default as PoliticaPage } from './PoliticaPage.vue'
