export { default as CuentasPage } from './CuentasPage.vue'
