(** The equations of likelihood/likelihood, proved by Coq's kernel for every size.

    Written by `python -m proofread kernel`.  What a theorem means is said in the
    document of proofread on the kernel; the number beside a key is the identity of
    the claim that the theorem was made of.                                           *)

From mathcomp Require Import all_ssreflect ssralg matrix mxalgebra zmodp.
From kernel Require Import sums notions reading tactics dual prove.
Set Implicit Arguments.
Unset Strict Implicit.
Unset Printing Implicit Defensive.
Import GRing.Theory.
Local Open Scope ring_scope.

(** bernoulli-log-likelihood, line 2: 8807954ac7028f1a *)
Theorem bernoulli_log_likelihood_line_2
    (R : comUnitRingType)
    (n : nat)
    (x : 'I_n -> R)
    (log : R -> R)
    (theta : R)
    (bar_x : R)
    (unit : (n%:R : R) \is a GRing.unit)
    (bar_x_is : bar_x = (n%:R^-1 * (\sum_(i_2 < n) (x i_2)))) :
  (\sum_(i < n) (((1 + (- (x i))) * (log (1 + (- theta)))) + ((x i) * (log theta)))) = (n%:R * ((bar_x * (log theta)) + ((1 + (- bar_x)) * (log (1 + (- theta)))))) :> R.
Proof. prove. Qed.

(** bernoulli-score: 8d62131220b0a053 *)
Theorem bernoulli_score
    (R : comUnitRingType)
    (eps : R)
    (theta : R)
    (n : R)
    (bar_x : R)
    (log : R -> R)
    (small : eps * eps = 0)
    (unit : (theta : R) \is a GRing.unit)
    (unit_2 : ((1 + (- theta)) : R) \is a GRing.unit)
    (slope_of_log : forall x_ y_, x_ \is a GRing.unit -> log (x_ + eps * y_) = log x_ + eps * (y_ * (x_^-1))) :
  (n * ((bar_x * (log (theta + eps))) + ((1 + (- bar_x)) * (log (1 + (- (theta + eps))))))) = (n * ((bar_x * (log theta)) + ((1 + (- bar_x)) * (log (1 + (- theta)))))) + eps * (n * theta^-1 * (1 + (- theta))^-1 * (bar_x + (- theta))).
Proof. prove. Qed.

(** bernoulli-curvature: c6b90f76f87717f0 *)
Theorem bernoulli_curvature
    (R : comUnitRingType)
    (eps : R)
    (theta : R)
    (n : R)
    (bar_x : R)
    (small : eps * eps = 0)
    (unit : (theta : R) \is a GRing.unit)
    (unit_2 : ((1 + (- theta)) : R) \is a GRing.unit) :
  (n * (theta + eps)^-1 * (1 + (- (theta + eps)))^-1 * (bar_x + (- (theta + eps)))) = (n * theta^-1 * (1 + (- theta))^-1 * (bar_x + (- theta))) + eps * (- (n * ((bar_x * (theta^-1 ^+ 2)) + (((1 + (- theta))^-1 ^+ 2) * (1 + (- bar_x)))))).
Proof. prove. Qed.

(** log-likelihood-and-divergence, line 1: 06bd5b690a83570e *)
Theorem log_likelihood_and_divergence_line_1
    (R : comUnitRingType)
    (k : nat)
    (c : 'cV[R]_k)
    (q : 'cV[R]_k)
    (n : R)
    (log : R -> R)
    (p : 'cV[R]_k)
    (c_is : c = (n *: q)) :
  (\sum_(j < k) ((c j 0) * (log (p j 0)))) = (n * (\sum_(j_2 < k) ((q j_2 0) * (log (p j_2 0))))) :> R.
Proof. prove. Qed.

(** log-likelihood-and-divergence, line 2: 1a1bddfd2c51a2ad *)
Theorem log_likelihood_and_divergence_line_2
    (R : comUnitRingType)
    (k : nat)
    (n : R)
    (q : 'cV[R]_k)
    (log : R -> R)
    (p : 'cV[R]_k)
    (KL : R)
    (unit : forall (j_2 : 'I_k), ((p j_2 0) : R) \is a GRing.unit)
    (unit_2 : forall (j_2 : 'I_k), ((q j_2 0) : R) \is a GRing.unit)
    (log_of_product : forall x_ y_, x_ \is a GRing.unit -> y_ \is a GRing.unit -> log (x_ * y_) = log x_ + log y_)
    (KL_is : KL = (\sum_(j_2 < k) ((q j_2 0) * (log ((p j_2 0)^-1 * (q j_2 0)))))) :
  (n * (\sum_(j < k) ((q j 0) * (log (p j 0))))) = (n * ((\sum_(j_3 < k) ((q j_3 0) * (log (q j_3 0)))) + (- KL))) :> R.
Proof. prove. Qed.

Print Assumptions bernoulli_log_likelihood_line_2.
Print Assumptions bernoulli_score.
Print Assumptions bernoulli_curvature.
Print Assumptions log_likelihood_and_divergence_line_1.
Print Assumptions log_likelihood_and_divergence_line_2.
