/** Internal. The command for models. */
package io.github.facesj.fiji.command.models;
