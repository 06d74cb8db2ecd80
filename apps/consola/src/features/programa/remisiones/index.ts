export { default as RemisionCambiarPage } from './RemisionCambiarPage.vue'
export { default as RemisionesPage } from './RemisionesPage.vue'
export { default as RemisionNuevaPage } from './RemisionNuevaPage.vue'
export { default as RemisionPage } from './RemisionPage.vue'
