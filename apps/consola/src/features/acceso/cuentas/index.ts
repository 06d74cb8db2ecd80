export { default as CuentasPage } from './CuentasPage.vue'
export { default as ReposicionesPage } from './ReposicionesPage.vue'
