/** The version of this source; script/release and a test hold it and package.json together. */
export const version = '0.1.0'
