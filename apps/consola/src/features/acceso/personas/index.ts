export { default as CuentaDePersona } from './CuentaDePersona.vue'
export { default as InvitacionesPage } from './InvitacionesPage.vue'
export { default as InvitarPage } from './InvitarPage.vue'
