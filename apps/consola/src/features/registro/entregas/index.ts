export { default as EntregaPage } from './EntregaPage.vue'
export { default as EntregasPage } from './EntregasPage.vue'
