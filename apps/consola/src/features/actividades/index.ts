export { default as ActividadesPage } from './ActividadesPage.vue'
export { default as EntregablePage } from './EntregablePage.vue'
