package org.plpython.harness;

import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ClassTemplateInvocationContext;
import org.junit.jupiter.api.extension.ClassTemplateInvocationContextProvider;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Runs a class on each server. */
final class EachServerExtension implements ClassTemplateInvocationContextProvider {
  @Override
  public boolean supportsClassTemplate(ExtensionContext context) {
    return true;
  }

  @Override
  public Stream<ClassTemplateInvocationContext> provideClassTemplateInvocationContexts(
      ExtensionContext context) {
    return TestedServers.OF_THIS_MACHINE.stream().map(OnServer::new);
  }

  private record OnServer(ServerProvider provider) implements ClassTemplateInvocationContext {
    @Override
    public String getDisplayName(int invocation) {
      return provider.name();
    }

    @Override
    public void prepareInvocation(ExtensionContext context) {
      context.getStore(PlPythonExtension.NAMESPACE).put(ServerProvider.class, provider);
    }
  }
}
