export { default as ActividadesPage } from './ActividadesPage.vue'
export { default as EntregablePage } from './EntregablePage.vue'
export { default as EstatusPlazoTag } from './EstatusPlazoTag.vue'
export { milestoneName, nombreOf, retrasoText } from './tablero.ts'
