export { default as ColaRevisionPage } from './ColaRevisionPage.vue'
export { default as RevisionPage } from './RevisionPage.vue'
